/// One token of an expression with its place in the scalar's text.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    case int(Int)
    case float(Double)
    case bool(Bool)
    case string(String)
    case name(String)
    case symbol(Symbol)
    case keyword(Keyword)
    case end
  }

  /// Operators, brackets and the comma.
  enum Symbol: String {
    case plus = "+"
    case minus = "-"
    case star = "*"
    case doubleStar = "**"
    case slash = "/"
    case doubleSlash = "//"
    case percent = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case open = "("
    case close = ")"
    case openList = "["
    case closeList = "]"
    case comma = ","

    /// The longest symbol that begins with a byte; `next` is the byte after it.
    init?(_ first: UInt8, _ next: UInt8) {
      let isEqual = next == UInt8(ascii: "=")
      switch first {
      case UInt8(ascii: "+"): self = .plus
      case UInt8(ascii: "-"): self = .minus
      case UInt8(ascii: "*"): self = next == first ? .doubleStar : .star
      case UInt8(ascii: "/"): self = next == first ? .doubleSlash : .slash
      case UInt8(ascii: "%"): self = .percent
      case UInt8(ascii: "=") where isEqual: self = .equal
      case UInt8(ascii: "!") where isEqual: self = .notEqual
      case UInt8(ascii: "<"): self = isEqual ? .lessOrEqual : .less
      case UInt8(ascii: ">"): self = isEqual ? .greaterOrEqual : .greater
      case UInt8(ascii: "("): self = .open
      case UInt8(ascii: ")"): self = .close
      case UInt8(ascii: "["): self = .openList
      case UInt8(ascii: "]"): self = .closeList
      case UInt8(ascii: ","): self = .comma
      default: return nil
      }
    }
  }

  /// The words that are operators.
  enum Keyword: String { case and, or, not, `if`, `else` }

  var kind: Kind
  var range: Range<Int>

  /// True and false in Python's and in YAML's spelling.
  static func constant(_ word: String) -> Bool? {
    switch word {
    case "true", "True": true
    case "false", "False": false
    default: nil
    }
  }

  /// Whether the word can be a name in an expression.
  static func isName(_ word: String) -> Bool { Keyword(rawValue: word) == nil && constant(word) == nil }
}
