/// What an expression comes to.
package enum ExpressionValue: Hashable, Sendable {
  case int(Int)
  case float(Double)
  case bool(Bool)
  case string(String)
  case list([ExpressionValue])
}
