import Diagnostics
import Glibc

/// One arithmetic operation on two fractions; the result is always finite.
struct FloatArithmetic {
  let left: Double
  let right: Double
  let operation: Expression.BinaryOperator
  let span: Span

  func result() throws(ExpressionError) -> ExpressionValue {
    switch operation {
    case .add: return try finite(left + right)
    case .subtract: return try finite(left - right)
    case .multiply: return try finite(left * right)
    case .power: return try power()
    default: break
    }
    guard right != 0 else { throw ExpressionError(.divisionByZero(operation.rawValue, at: span)) }
    switch operation {
    case .divide: return try finite(left / right)
    case .modulo: return try finite(remainder)
    default: return try finite(floorQuotient)
    }
  }

  /// What the division leaves, with the sign of the divisor.
  private var remainder: Double {
    let rest = fmod(left, right)
    if rest == 0 { return right < 0 ? -0.0 : 0 }
    return (rest < 0) != (right < 0) ? rest + right : rest
  }

  /// The quotient rounded down, exact where `left / right` would round up to the next integer.
  private var floorQuotient: Double {
    let exact = (left - remainder) / right
    let down = exact.rounded(.down)
    return exact - down > 0.5 ? down + 1 : down
  }

  private func power() throws(ExpressionError) -> ExpressionValue {
    guard left != 0 || right >= 0 else { throw ExpressionError(.divisionByZero("**", at: span)) }
    guard left >= 0 || right == right.rounded() else {
      throw ExpressionError(
        .outsideDomain("a negative number has no fractional power: \(left) ** \(right)", at: span))
    }
    return try finite(pow(left, right))
  }

  private func finite(_ value: Double) throws(ExpressionError) -> ExpressionValue {
    guard value.isFinite else {
      throw ExpressionError(.numberOverflow("\(left) \(operation.rawValue) \(right)", at: span))
    }
    return .float(value)
  }
}
