import Diagnostics

/// `make_divisible(x, divisor)` as the mobile networks of torchvision count channels.
///
/// The multiple of the divisor nearest to x (halves up) and at least the divisor, one step more where that is below
/// 90 % of x.
struct Divisible {
  private let number: ExpressionValue
  private let divisor: Int
  private let span: Span

  init(_ number: ExpressionValue, by divisor: ExpressionValue, at span: Span) throws(ExpressionError) {
    guard number.double != nil else {
      throw ExpressionError(.argumentType("make_divisible", "a number", number, at: span))
    }
    guard let whole = divisor.integer else {
      throw ExpressionError(.argumentType("make_divisible", "an integer divisor", divisor, at: span))
    }
    guard whole >= 1 else {
      throw ExpressionError(.outsideDomain("'make_divisible' takes a divisor of at least 1, not \(whole)", at: span))
    }
    self.number = number
    self.divisor = whole
    self.span = span
  }

  func result() throws(ExpressionError) -> ExpressionValue {
    let multiple = max(divisor, try nearest() / divisor * divisor)
    guard let number = number.double, Double(multiple) < 0.9 * number else { return .int(multiple) }
    let (next, overflow) = multiple.addingReportingOverflow(divisor)
    guard !overflow else { throw tooLarge }
    return .int(next)
  }

  /// The number plus half the divisor, cut to an integer.
  private func nearest() throws(ExpressionError) -> Int {
    if let whole = number.integer {
      let (sum, overflow) = whole.addingReportingOverflow(divisor / 2)
      guard !overflow else { throw tooLarge }
      return sum
    }
    guard let number = number.double, let sum = Int(exactly: (number + Double(divisor) / 2).rounded(.towardZero)) else {
      throw tooLarge
    }
    return sum
  }

  private var tooLarge: ExpressionError {
    ExpressionError(.integerOverflow("make_divisible(\(number.phrase), \(divisor))", at: span))
  }
}
