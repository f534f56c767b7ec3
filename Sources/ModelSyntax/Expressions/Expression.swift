package import Diagnostics

/// A parsed expression; every part knows its place for messages.
package struct Expression: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case int(Int)
    case float(Double)
    case bool(Bool)
    case string(String)
    case name(String)
    case list([Expression])
    case negate(Expression)
    case plus(Expression)
    case not(Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// Two or more comparisons in a row, as in `1 <= n < 5`: each operand is evaluated once.
    case chain(Expression, [ChainLink])
    case conditional(condition: Expression, then: Expression, otherwise: Expression)
    case index(Expression, Expression)
    case call(function: Located<String>, arguments: [Expression])
  }

  package enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or
  }

  /// One further comparison of a chain: its operator and right operand.
  package struct ChainLink: Sendable, Hashable {
    package var comparison: BinaryOperator
    package var operand: Expression

    package init(_ comparison: BinaryOperator, _ operand: Expression) {
      self.comparison = comparison
      self.operand = operand
    }
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}
