import Diagnostics

/// What an expression comes to.
package enum ExpressionValue: Hashable, Sendable {
  case int(Int)
  case float(Double)
  case bool(Bool)
  case string(String)
  case list([ExpressionValue])
}

extension ExpressionValue {
  /// Whether it counts as true: not zero, not empty, not false.
  package var isTrue: Bool {
    switch self {
    case .int(let value): value != 0
    case .float(let value): value != 0
    case .bool(let value): value
    case .string(let value): !value.isEmpty
    case .list(let items): !items.isEmpty
    }
  }

  /// The value as a phrase for messages.
  package var phrase: String {
    switch self {
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .bool(let value): value ? "true" : "false"
    case .string(let value): "the string '\(value.inMessage)'"
    case .list(let items): "a list of \(items.count)"
    }
  }

  /// The text inside a longer string, as a YAML file would have it; nil for lists.
  var interpolated: String? {
    switch self {
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .bool(let value): value ? "true" : "false"
    case .string(let value): value
    case .list: nil
    }
  }

  /// The number of elements, those of lists in it included.
  private var elementCount: Int {
    guard case .list(let items) = self else { return 1 }
    return items.reduce(1) { $0 + $1.elementCount }
  }

  /// The value itself when it keeps within the limits of size.
  func checked(at span: Span) throws(ExpressionError) -> ExpressionValue {
    switch self {
    case .string(let text) where text.utf8.count > ExpressionLimits.characters:
      throw ExpressionError(.stringTooLong(at: span))
    case .list where elementCount > ExpressionLimits.elements + 1:
      throw ExpressionError(.listTooLong(at: span))
    default:
      return self
    }
  }

  /// One element of a list or character of a string; negative positions count from the end.
  func element(_ position: ExpressionValue, at span: Span) throws(ExpressionError) -> ExpressionValue {
    guard let number = position.integer else {
      throw ExpressionError(.indexType(position, at: span))
    }
    switch self {
    case .list(let items):
      guard let offset = Self.offset(number, count: items.count) else {
        throw ExpressionError(.indexOutOfRange(number, count: items.count, at: span))
      }
      return items[offset]
    case .string(let text):
      let characters = text.unicodeScalars
      guard let offset = Self.offset(number, count: characters.count) else {
        throw ExpressionError(.indexOutOfRange(number, count: characters.count, at: span))
      }
      return .string(String(characters[characters.index(characters.startIndex, offsetBy: offset)]))
    default:
      throw ExpressionError(.notIndexable(self, at: span))
    }
  }

  private static func offset(_ number: Int, count: Int) -> Int? {
    guard number >= -count, number < count else { return nil }
    return number < 0 ? number + count : number
  }

  /// The value as an integer, booleans as 0 and 1; nil for others.
  var integer: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The value as a fraction, integers rounded to double precision; nil for what is no number.
  var double: Double? {
    if case .float(let value) = self { return value }
    return integer.map(Double.init)
  }
}

extension DiagnosticCode {
  static let indexOutOfRange = DiagnosticCode(
    "E0248", "index-out-of-range",
    explanation: """
      A list of n elements has the positions 0 to n-1, and -n to -1 from its end.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {widths: [16, 32]}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(widths[2])", kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {widths: [16, 32]}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(widths[-1])", kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func indexOutOfRange(_ index: Int, count: Int, at span: Span) -> Diagnostic {
    let range = count == 0 ? "it is empty" : "it has \(count) elements, 0 to \(count - 1)"
    return Diagnostic(.indexOutOfRange, "index \(index) is outside the list: \(range)", at: Label(span))
  }

  static func indexType(_ index: ExpressionValue, at span: Span) -> Diagnostic {
    Diagnostic(.expressionType, "an index must be an integer, not \(index.phrase)", at: Label(span))
  }

  static func notIndexable(_ value: ExpressionValue, at span: Span) -> Diagnostic {
    Diagnostic(.expressionType, "only lists and strings have an index, not \(value.phrase)", at: Label(span))
  }

  static func listInText(at span: Span) -> Diagnostic {
    Diagnostic(.expressionType, "a list cannot stand inside a longer text", at: Label(span))
  }
}
