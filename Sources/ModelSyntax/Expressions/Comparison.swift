import Diagnostics

/// Comparisons by Python's rules: exact between integers and fractions, element by element between lists, and by code
/// points between strings.
enum Comparison {
  private enum Order { case less, equal, greater, unordered }

  static func holds(
    _ comparison: Expression.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue, at span: Span
  ) throws(ExpressionError) -> Bool {
    switch comparison {
    case .equal: return areEqual(left, right)
    case .notEqual: return !areEqual(left, right)
    default: break
    }
    guard let order = order(left, right) else {
      throw ExpressionError(.operandTypes(comparison, left, right, at: span))
    }
    return switch comparison {
    case .less: order == .less
    case .lessOrEqual: order == .less || order == .equal
    case .greater: order == .greater
    default: order == .greater || order == .equal
    }
  }

  /// Equality never fails: values of different types are just different.
  static func areEqual(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool {
    switch (left, right) {
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy(areEqual)
    case (.list, _), (_, .list), (.string, _), (_, .string): order(left, right) == .equal
    default: order(left, right) == .equal
    }
  }

  /// Whether the first stands before the second; nil when their types have no order.
  static func precedes(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool? {
    order(left, right).map { $0 == .less }
  }

  private static func order(_ left: ExpressionValue, _ right: ExpressionValue) -> Order? {
    if let a = left.integer, let b = right.integer { return a < b ? .less : a == b ? .equal : .greater }
    switch (left, right) {
    case (.string(let a), .string(let b)):
      if a.utf8.elementsEqual(b.utf8) { return .equal }
      return a.utf8.lexicographicallyPrecedes(b.utf8) ? .less : .greater
    case (.list(let a), .list(let b)):
      for (x, y) in zip(a, b) where !areEqual(x, y) { return order(x, y) }
      return a.count < b.count ? .less : a.count == b.count ? .equal : .greater
    case (.float(let a), .float(let b)): return order(a, b)
    case (.float(let a), _): return right.integer.map { reversed(order($0, a)) }
    case (_, .float(let b)): return left.integer.map { order($0, b) }
    default: return nil
    }
  }

  private static func order(_ a: Double, _ b: Double) -> Order {
    a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
  }

  /// An integer against a fraction without rounding the integer.
  private static func order(_ a: Int, _ b: Double) -> Order {
    guard !b.isNaN else { return .unordered }
    if b >= 0x1p63 { return .less }
    if b < -0x1p63 { return .greater }
    let floor = b.rounded(.down)
    let whole = Int(floor)
    if a != whole { return a < whole ? .less : .greater }
    return floor < b ? .less : .equal
  }

  private static func reversed(_ order: Order) -> Order {
    switch order {
    case .less: .greater
    case .greater: .less
    default: order
    }
  }
}
