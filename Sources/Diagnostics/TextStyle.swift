/// What a piece of output is, so that a terminal can colour it.
package enum TextRole: Sendable {
  case plain, emphasis, frame, error, warning, note, help, secondary, faint

  package init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  /// The parameters of the terminal's colour sequence; nil for text as it is.
  fileprivate var sequence: String? {
    switch self {
    case .plain: nil
    case .emphasis: "1"
    case .frame, .secondary: "1;34"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .help: "1;32"
    case .faint: "2"
    }
  }
}

/// How output for people is written: in colour or not, and how wide.
package struct TextStyle: Hashable, Sendable {
  package var isColored: Bool
  /// The columns of the terminal; nil when the output is not a terminal, and prose is not wrapped.
  package var width: Int?

  package init(isColored: Bool = false, width: Int? = nil) {
    self.isColored = isColored
    self.width = width
  }

  package static let plain = TextStyle()

  package func paint(_ text: String, as role: TextRole) -> String {
    guard isColored, !text.isEmpty, let sequence = role.sequence else { return text }
    return "\u{1B}[\(sequence)m\(text)\u{1B}[0m"
  }

  /// Breaks prose into lines of the terminal's width; `used` columns of the first line and `indent` columns of the
  /// others are taken. Line breaks in the text stay, and a word is never broken.
  package func wrap(_ text: String, used: Int, indent: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let width, width > indent + 20 else {
        lines.append(String(paragraph))
        continue
      }
      var line = ""
      var column = lines.isEmpty ? used : indent
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        let wordWidth = TerminalText.width(of: String(word))
        if !line.isEmpty, column + 1 + wordWidth > width {
          lines.append(line)
          (line, column) = (String(word), indent + wordWidth)
        } else {
          column += wordWidth + (line.isEmpty ? 0 : 1)
          line += line.isEmpty ? String(word) : " " + word
        }
      }
      lines.append(line)
    }
    return lines
  }
}
