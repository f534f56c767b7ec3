import Diagnostics

/// One arithmetic operation on two integers.
struct IntegerArithmetic {
  let left: Int
  let right: Int
  let operation: Expression.BinaryOperator
  let span: Span

  func result() throws(ExpressionError) -> ExpressionValue {
    switch operation {
    case .add: return .int(try whole(left.addingReportingOverflow(right)))
    case .subtract: return .int(try whole(left.subtractingReportingOverflow(right)))
    case .multiply: return .int(try whole(left.multipliedReportingOverflow(by: right)))
    case .power: return try power()
    default: break
    }
    guard right != 0 else { throw ExpressionError(.divisionByZero(operation.rawValue, at: span)) }
    // -1 alone can overflow a division; its remainder is 0.
    let remainder = right == -1 ? 0 : left % right
    if operation == .modulo {
      return .int(remainder != 0 && (remainder < 0) != (right < 0) ? remainder + right : remainder)
    }
    let quotient = try whole(left.dividedReportingOverflow(by: right))
    if operation == .floorDivide {
      return .int(remainder != 0 && (remainder < 0) != (right < 0) ? quotient - 1 : quotient)
    }
    guard remainder == 0 else { throw ExpressionError(.fraction(left, right, at: span)) }
    return .int(quotient)
  }

  private func whole(_ result: (partialValue: Int, overflow: Bool)) throws(ExpressionError) -> Int {
    guard !result.overflow else {
      throw ExpressionError(.integerOverflow("\(left) \(operation.rawValue) \(right)", at: span))
    }
    return result.partialValue
  }

  /// By squaring; a negative exponent gives a fraction as in Python.
  private func power() throws(ExpressionError) -> ExpressionValue {
    guard right >= 0 else {
      return try FloatArithmetic(left: Double(left), right: Double(right), operation: .power, span: span).result()
    }
    var result = 1
    var square = left
    var exponent = right
    while true {
      if exponent & 1 == 1 { result = try whole(result.multipliedReportingOverflow(by: square)) }
      exponent >>= 1
      if exponent == 0 { return .int(result) }
      square = try whole(square.multipliedReportingOverflow(by: square))
    }
  }
}

extension DiagnosticCode {
  static let divisionByZero = DiagnosticCode(
    "E0245", "division-by-zero",
    explanation: "Nothing can be divided by zero, and zero has no negative power.",
    bad: """
      cnnc: 1
      model: example
      params: {width: 64, parts: 0}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width // parts), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 64, parts: 2}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width // parts), kernel_size: 3, padding: 1}
      """)

  static let fraction = DiagnosticCode(
    "E0246", "fractional-division",
    explanation: """
      `/` between integers is exact division: a size that comes out fractional is almost always a mistake, so it is
      an error here and not a rounded number later. `//` rounds down, and `/` with a fraction such as `2.0` gives a
      fraction.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: 33}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width / 2), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 33}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width // 2), kernel_size: 3, padding: 1}
      """)

  static let numberOverflow = DiagnosticCode(
    "E0247", "number-overflow",
    explanation: """
      Integers have 64 bits and fractions are double precision. A result that does not fit is an error, never a
      wrapped or infinite number.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(2 ** 64), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(2 ** 6), kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func divisionByZero(_ operation: String, at span: Span) -> Diagnostic {
    Diagnostic(.divisionByZero, "the right side of '\(operation)' must not be zero here", at: Label(span))
  }

  static func fraction(_ left: Int, _ right: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .fraction, "'/' must divide exactly: \(left) / \(right) is not a whole number", at: Label(span),
      help: ["write '//' to round down, or a fraction such as \(right).0 for a fractional result"])
  }

  static func integerOverflow(_ operation: String, at span: Span) -> Diagnostic {
    Diagnostic(.numberOverflow, "an integer must fit 64 bits: \(operation) does not", at: Label(span))
  }

  static func numberOverflow(_ number: String, at span: Span) -> Diagnostic {
    Diagnostic(.numberOverflow, "a number must fit 64 bits: \(number.inMessage) does not", at: Label(span))
  }
}
