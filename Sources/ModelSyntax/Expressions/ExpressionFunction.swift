import Diagnostics

/// The built-in functions of expressions.
package enum ExpressionFunction: String, CaseIterable {
  case min, max, abs, round, floor, ceil, len, sqrt
  case makeDivisible = "make_divisible"

  /// How many arguments it takes.
  private var arity: ClosedRange<Int> {
    switch self {
    case .min, .max: 1...Int.max
    case .makeDivisible: 2...2
    default: 1...1
    }
  }

  static func call(
    _ function: Located<String>, _ arguments: [ExpressionValue], at span: Span
  ) throws(ExpressionError) -> ExpressionValue {
    guard let known = ExpressionFunction(rawValue: function.value) else {
      throw ExpressionError(.unknownFunction(function))
    }
    guard known.arity.contains(arguments.count) else {
      throw ExpressionError(.argumentCount(known.rawValue, known.arity.lowerBound, found: arguments.count, at: span))
    }
    return try known.call(arguments, at: span)
  }

  private func call(_ arguments: [ExpressionValue], at span: Span) throws(ExpressionError) -> ExpressionValue {
    switch self {
    case .min: return try extreme(arguments, at: span) { Comparison.precedes($0, $1) }
    case .max: return try extreme(arguments, at: span) { Comparison.precedes($1, $0) }
    case .abs:
      let isNegative = (arguments[0].double ?? 0) < 0
      guard arguments[0].double != nil else { throw typeError("a number", arguments[0], at: span) }
      return try isNegative ? Arithmetic.negate(arguments[0], at: span) : Arithmetic.plus(arguments[0], at: span)
    case .round: return try rounded(arguments[0], .toNearestOrEven, at: span)
    case .floor: return try rounded(arguments[0], .down, at: span)
    case .ceil: return try rounded(arguments[0], .up, at: span)
    case .len: return try length(arguments[0], at: span)
    case .sqrt: return try squareRoot(arguments[0], at: span)
    case .makeDivisible: return try Divisible(arguments[0], by: arguments[1], at: span).result()
    }
  }

  private func typeError(_ expected: String, _ found: ExpressionValue, at span: Span) -> ExpressionError {
    ExpressionError(.argumentType(rawValue, expected, found, at: span))
  }

  /// The first element that no other stands before; of several arguments, or of one list.
  private func extreme(
    _ arguments: [ExpressionValue], at span: Span, _ isBefore: (ExpressionValue, ExpressionValue) -> Bool?
  ) throws(ExpressionError) -> ExpressionValue {
    var candidates = arguments
    if arguments.count == 1 {
      guard case .list(let items) = arguments[0] else {
        throw typeError("several values or a list", arguments[0], at: span)
      }
      candidates = items
    }
    guard var best = candidates.first else {
      throw ExpressionError(.outsideDomain("an empty list has no '\(rawValue)'", at: span))
    }
    for candidate in candidates.dropFirst() {
      guard let better = isBefore(candidate, best) else {
        throw ExpressionError(.operandTypes(.less, candidate, best, at: span))
      }
      if better { best = candidate }
    }
    return best
  }

  private func rounded(
    _ value: ExpressionValue, _ rule: FloatingPointRoundingRule, at span: Span
  ) throws(ExpressionError) -> ExpressionValue {
    if let whole = value.integer { return .int(whole) }
    guard case .float(let number) = value else { throw typeError("a number", value, at: span) }
    guard let whole = Int(exactly: number.rounded(rule)) else {
      throw ExpressionError(.integerOverflow("\(rawValue)(\(number))", at: span))
    }
    return .int(whole)
  }

  private func length(_ value: ExpressionValue, at span: Span) throws(ExpressionError) -> ExpressionValue {
    switch value {
    case .list(let items): return .int(items.count)
    case .string(let text): return .int(text.unicodeScalars.count)
    default: throw typeError("a list or a string", value, at: span)
    }
  }

  private func squareRoot(_ value: ExpressionValue, at span: Span) throws(ExpressionError) -> ExpressionValue {
    guard let number = value.double else { throw typeError("a number", value, at: span) }
    guard number >= 0, number.isFinite else {
      throw ExpressionError(.outsideDomain("'sqrt' takes a number of at least 0, not \(value.phrase)", at: span))
    }
    return .float(number.squareRoot())
  }
}

extension DiagnosticCode {
  static let unknownFunction = DiagnosticCode(
    "E0249", "unknown-function",
    explanation: """
      The functions of expressions are `min`, `max`, `abs`, `round` (half to even), `floor`, `ceil`, `len`, `sqrt` and
      `make_divisible(x, divisor)`.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: 30}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(celi(width * 0.5)), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 30}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(ceil(width * 0.5)), kernel_size: 3, padding: 1}
      """)

  static let argumentCount = DiagnosticCode(
    "E0250", "argument-count",
    explanation: """
      `make_divisible` takes two arguments; `abs`, `round`, `floor`, `ceil`, `len` and `sqrt` take one; `min` and
      `max` take one list or several values.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: 30}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(make_divisible(width)), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 30}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(make_divisible(width, 8))", kernel_size: 3, padding: 1}
      """)

  static let outsideDomain = DiagnosticCode(
    "E0251", "outside-domain",
    explanation: """
      Some operands have no result: the square root or a fractional power of a negative number, the smallest element
      of an empty list, a multiple of a divisor below 1.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: -64}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(round(sqrt(width))), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 64}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(round(sqrt(width))), kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func unknownFunction(_ function: Located<String>) -> Diagnostic {
    let known = ExpressionFunction.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: function.value, among: known)
    let help =
      near.isEmpty
      ? "functions are \(known.joined(separator: ", "))"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    return Diagnostic(
      .unknownFunction, "'\(function.value.inMessage)' is not a function of expressions", at: Label(function.span),
      help: [help])
  }

  static func argumentCount(_ function: String, _ expected: Int, found: Int, at span: Span) -> Diagnostic {
    let more = function == "min" || function == "max" ? " or more" : ""
    return Diagnostic(
      .argumentCount,
      "'\(function)' takes \(expected)\(more) argument\(expected == 1 && more.isEmpty ? "" : "s"), not \(found)",
      at: Label(span))
  }

  static func argumentType(
    _ function: String, _ expected: String, _ found: ExpressionValue, at span: Span
  ) -> Diagnostic {
    Diagnostic(.expressionType, "'\(function)' takes \(expected), not \(found.phrase)", at: Label(span))
  }

  static func outsideDomain(_ rule: String, at span: Span) -> Diagnostic {
    Diagnostic(.outsideDomain, rule, at: Label(span))
  }
}
