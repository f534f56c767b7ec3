package import Diagnostics

/// A written value after its expressions were evaluated, every part with its place.
package struct EvaluatedValue: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    case list([EvaluatedValue])
    case map([EvaluatedEntry])
  }

  package var content: Content
  package var span: Span
  /// Whether the text at the span is the value itself; false when an expression made it.
  package var isLiteral: Bool

  package init(_ content: Content, at span: Span, isLiteral: Bool = true) {
    self.content = content
    self.span = span
    self.isLiteral = isLiteral
  }

  /// A value that an expression made; every element of a list has the expression's place.
  package init(expression value: ExpressionValue, at span: Span) {
    self.span = span
    isLiteral = false
    content =
      switch value {
      case .int(let number): .int(number)
      case .float(let number): .float(number)
      case .bool(let flag): .bool(flag)
      case .string(let text): .string(text)
      case .list(let items): .list(items.map { EvaluatedValue(expression: $0, at: span) })
      }
  }
}

/// One key of an evaluated map with its value.
package struct EvaluatedEntry: Hashable, Sendable {
  package var key: Located<String>
  package var value: EvaluatedValue

  package init(key: Located<String>, value: EvaluatedValue) {
    self.key = key
    self.value = value
  }
}
