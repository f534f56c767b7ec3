import Diagnostics

/// Sets the Markdown of explanations for a terminal.
///
/// The text is readable as it is, so only paragraphs are filled; list items hang, and indented or fenced blocks, tables
/// and headings stay.
enum Markdown {
  static func paragraphs(_ text: String, style: TextStyle) -> String {
    var result = ""
    var paragraph: [String] = []
    var isFenced = false
    func flush() {
      guard let first = paragraph.first else { return }
      let indent = listIndent(first)
      let filled = paragraph.joined(separator: " ")
      for (index, line) in style.wrap(TerminalText.visible(filled), used: 0, indent: indent).enumerated() {
        result += (index == 0 ? "" : String(repeating: " ", count: indent)) + line + "\n"
      }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isFence = line.hasPrefix("```")
      if isFence { isFenced.toggle() }
      if isFence || isFenced || line.isEmpty || line.hasPrefix("    ") || line.hasPrefix("|") || line.hasPrefix("#") {
        flush()
        if !isFence { result += TerminalText.visible(isFenced ? "    " + line : line) + "\n" }
      } else {
        if listIndent(line) > 0 { flush() }
        paragraph.append(paragraph.isEmpty ? line : line.trimmingLeadingSpaces)
      }
    }
    flush()
    return result
  }

  static func line(_ text: String, style: TextStyle) -> String {
    text.split(separator: "\n").map(String.init).joined(separator: " ")
  }

  /// A block of four columns' indentation, each line ended.
  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  /// How far the text of a list item hangs; 0 for other lines.
  private static func listIndent(_ line: String) -> Int {
    let marker = line.prefix { $0.isNumber || $0 == "." }
    if line.hasPrefix("* ") || line.hasPrefix("- ") { return 2 }
    return marker.last == "." && marker.count > 1 && line.dropFirst(marker.count).hasPrefix(" ") ? marker.count + 1 : 0
  }
}

extension String {
  fileprivate var trimmingLeadingSpaces: String { String(drop { $0 == " " }) }
}
