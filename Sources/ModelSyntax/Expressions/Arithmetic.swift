import Diagnostics

/// The arithmetic operators by Python's rules, with integers of 64 bits instead of unbounded ones and exact `/`.
enum Arithmetic {
  static func apply(
    _ operation: Expression.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue, at span: Span
  ) throws(ExpressionError) -> ExpressionValue {
    if let a = left.integer, let b = right.integer {
      return try IntegerArithmetic(left: a, right: b, operation: operation, span: span).result()
    }
    if let a = left.double, let b = right.double {
      return try FloatArithmetic(left: a, right: b, operation: operation, span: span).result()
    }
    switch (operation, left, right) {
    case (.add, .string(let a), .string(let b)):
      return try .string(a + b).checked(at: span)
    case (.add, .list(let a), .list(let b)):
      return try .list(a + b).checked(at: span)
    case (.multiply, _, _):
      if let count = right.integer, let result = try repeated(left, count, at: span) { return result }
      if let count = left.integer, let result = try repeated(right, count, at: span) { return result }
    default: break
    }
    throw ExpressionError(.operandTypes(operation, left, right, at: span))
  }

  static func negate(_ operand: ExpressionValue, at span: Span) throws(ExpressionError) -> ExpressionValue {
    if let value = operand.integer {
      let (result, overflow) = 0.subtractingReportingOverflow(value)
      guard !overflow else { throw ExpressionError(.integerOverflow("-(\(value))", at: span)) }
      return .int(result)
    }
    guard case .float(let value) = operand else { throw ExpressionError(.signType("-", operand, at: span)) }
    return .float(-value)
  }

  static func plus(_ operand: ExpressionValue, at span: Span) throws(ExpressionError) -> ExpressionValue {
    if let value = operand.integer { return .int(value) }
    guard case .float = operand else { throw ExpressionError(.signType("+", operand, at: span)) }
    return operand
  }

  /// A string or list several times, none for a negative count; nil for other values.
  private static func repeated(
    _ value: ExpressionValue, _ count: Int, at span: Span
  ) throws(ExpressionError) -> ExpressionValue? {
    switch value {
    case .string(let text):
      let size = text.utf8.count.multipliedReportingOverflow(by: max(count, 0))
      guard !size.overflow, size.partialValue <= ExpressionLimits.characters else {
        throw ExpressionError(.stringTooLong(at: span))
      }
      return .string(text.isEmpty ? "" : String(repeating: text, count: max(count, 0)))
    case .list(let items):
      let size = items.count.multipliedReportingOverflow(by: max(count, 0))
      guard !size.overflow, size.partialValue <= ExpressionLimits.elements else {
        throw ExpressionError(.listTooLong(at: span))
      }
      guard !items.isEmpty, count > 0 else { return .list([]) }
      var result: [ExpressionValue] = []
      result.reserveCapacity(size.partialValue)
      for _ in 0..<count { result += items }
      return try .list(result).checked(at: span)
    default:
      return nil
    }
  }
}

extension DiagnosticCode {
  static let expressionType = DiagnosticCode(
    "E0244", "expression-type",
    explanation: """
      Operators and functions take operands of the types they have in Python: numbers for arithmetic (booleans count
      as 0 and 1), two strings or two lists for `+`, a string or list and an integer for `*`, two numbers, strings
      or lists for `<`.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: wide}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width + 1), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 64}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width + 1), kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func operandTypes(
    _ operation: Expression.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue, at span: Span
  ) -> Diagnostic {
    let operands =
      switch operation {
      case .add: "two numbers, two strings or two lists"
      case .multiply: "two numbers, or a string or list and an integer"
      case .less, .lessOrEqual, .greater, .greaterOrEqual: "two numbers, two strings or two lists"
      default: "two numbers"
      }
    return Diagnostic(
      .expressionType, "'\(operation.rawValue)' takes \(operands), not \(left.phrase) and \(right.phrase)",
      at: Label(span))
  }

  static func signType(_ sign: String, _ operand: ExpressionValue, at span: Span) -> Diagnostic {
    Diagnostic(.expressionType, "'\(sign)' takes a number, not \(operand.phrase)", at: Label(span))
  }
}
