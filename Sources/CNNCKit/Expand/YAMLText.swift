import Graph
import ModelSyntax

/// Writes values as YAML that reads back as the same values in a model file.
enum YAMLText {
  /// A value in flow style.
  static func flow(_ value: AttributeValue) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .float(let number): float(number)
    case .string(let text): scalar(text)
    case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\(word($0.key)): \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  static func float(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return "\(number)"
  }

  /// A text as a scalar of a key that takes expressions: its dollar signs are doubled.
  static func scalar(_ text: String) -> String { word(text.replacing("$", with: "$$")) }

  /// A text as a scalar that is a string wherever it stands.
  static func word(_ text: String) -> String { isPlain(text) ? text : ScalarLayout.doubleQuoted(text) }

  /// A key with a text, of several lines where the text has them.
  static func entry(_ key: String, _ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isBlock =
      lines.count > 1 && lines.last == "" && lines[lines.count - 2] != "" && lines[0].first != " "
      && text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.isAlphabetic || (0x20..<0x7F).contains($0.value) }
    guard isBlock, !lines[0].isEmpty else { return ["\(key): \(word(text))"] }
    lines.removeLast()
    return ["\(key): |"] + lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  private static let words: Set<String> = ["null", "true", "false"]

  /// Whether a text needs no quotes: words of letters, digits and few signs that no other type claims.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
      return false
    }
    guard !words.contains(text.lowercased()) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "_-./".unicodeScalars.contains(scalar)
    }
  }
}
