/// Writes scalars: plain ones as they are, quoted ones with the quotes that they need.
package enum ScalarLayout {
  /// The scalar in one line, right both in block and in flow style where it was quoted; nil for a block scalar.
  static func line(_ scalar: LayoutScalar) -> String? {
    switch scalar.style {
    case .plain: scalar.text.unicodeScalars.contains(where: isBreak) ? doubleQuoted(scalar.text) : scalar.text
    case .singleQuoted, .doubleQuoted: quoted(scalar.text)
    case .literal, .folded: nil
    }
  }

  /// Whether a plain scalar of block style means the same between brackets.
  static func isSafeInFlow(_ scalar: LayoutScalar) -> Bool {
    scalar.style != .plain || scalar.text.utf8.allSatisfy { !",[]{}:?#".utf8.contains($0) }
  }

  /// A text that is quoted in the source: without quotes where these change nothing.
  private static func quoted(_ text: String) -> String {
    if isWord(text) { return text }
    let scalars = text.unicodeScalars
    if scalars.contains(where: needsEscape) { return doubleQuoted(text) }
    let hasSpecial = scalars.contains { $0 == "\"" || $0 == "\\" }
    return hasSpecial ? "'" + text.replacing("'", with: "''") + "'" : "\"" + text + "\""
  }

  /// Whether a text is a string without quotes too, for every reader of YAML: a word of letters, digits and few signs.
  private static func isWord(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, Identifier.isStart(first) else { return false }
    return bytes.allSatisfy { Identifier.isPart($0) || "-./".utf8.contains($0) }
      && !words.contains(text.lowercased())
  }

  /// Other types of YAML 1.1 and 1.2, and the one word that means something without quotes only.
  private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "required"]

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || isBreak(scalar) || scalar == "\u{FEFF}"
  }

  /// The text in double quotes, with escapes for all that is no visible character.
  package static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where needsEscape(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The first line and those below of a scalar of several lines, these without indentation; nil for one of one line.
  static func lines(_ scalar: LayoutScalar) -> (first: String, rest: [String])? {
    switch scalar.style {
    case .literal, .folded: return BlockScalarLayout.lines(scalar)
    case .plain, .singleQuoted, .doubleQuoted:
      guard scalar.lines.count > 1, !scalar.lines.contains(where: { $0.hasSuffix("\\") }) else { return nil }
      return (scalar.lines[0], Array(scalar.lines.dropFirst()))
    }
  }
}
