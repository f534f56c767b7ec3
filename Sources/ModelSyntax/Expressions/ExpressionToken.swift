/// One token of an expression with its place in the scalar's text.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    case int(Int)
    case float(Double)
    case bool(Bool)
    case string(String)
    case name(String)
    /// An operator, bracket or comma.
    case symbol(String)
    /// `and`, `or`, `not`, `if` or `else`.
    case keyword(String)
    case end
  }

  var kind: Kind
  var range: Range<Int>

  /// The words that are not names.
  static let keywords: Set<String> = ["and", "or", "not", "if", "else"]

  /// True and false in Python's and in YAML's spelling.
  static let constants: [String: Bool] = ["true": true, "True": true, "false": false, "False": false]

  /// Whether the word can be a name in an expression.
  static func isName(_ word: String) -> Bool { !keywords.contains(word) && constants[word] == nil }

  /// The operators and brackets, the longer before the shorter that they begin with.
  static let symbols: [String] = [
    "**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "<", ">", "(", ")", "[", "]", ",",
  ]
}
