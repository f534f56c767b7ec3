import Diagnostics

/// Parses the tokens of one expression, one method for each rule of `grammar/expressions.ebnf`.
///
/// Neither the recursion nor the height of the result passes `ExpressionLimits.depth`.
struct ExpressionParser {
  /// An expression with the height of its tree.
  struct Parsed {
    var expression: Expression
    var height: Int
  }

  private let text: ScalarText
  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0

  /// Parses all of a range, which is what stands between `$(` and `)`.
  static func parse(_ text: ScalarText, in range: Range<Int>) throws(ExpressionError) -> Expression {
    guard range.count <= ExpressionLimits.length else {
      throw ExpressionError(.expressionTooLong(range.count, at: text.span(range)))
    }
    var parser = ExpressionParser(text: text, tokens: try ExpressionLexer.tokens(of: text, in: range))
    let parsed = try parser.conditional()
    guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end of the expression") }
    return parsed.expression
  }

  private init(text: ScalarText, tokens: [ExpressionToken]) {
    self.text = text
    self.tokens = tokens
  }
}

// MARK: Rules

extension ExpressionParser {
  private mutating func conditional() throws(ExpressionError) -> Parsed {
    try enter()
    defer { depth -= 1 }
    let then = try disjunction()
    guard take(.keyword(.`if`)) else { return then }
    let condition = try disjunction()
    guard take(.keyword(.`else`)) else { throw unexpected("'else'") }
    let otherwise = try conditional()
    return try node(
      .conditional(condition: condition.expression, then: then.expression, otherwise: otherwise.expression),
      then.expression.span.union(otherwise.expression.span), over: max(then.height, condition.height, otherwise.height))
  }

  private mutating func disjunction() throws(ExpressionError) -> Parsed {
    var left = try conjunction()
    while take(.keyword(.or)) { left = try binary(.or, left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Parsed {
    var left = try negation()
    while take(.keyword(.and)) { left = try binary(.and, left, try negation()) }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Parsed {
    guard current.kind == .keyword(.not) else { return try comparison() }
    return try prefix {
      .not($0)
    } operand: { parser throws(ExpressionError) in
      try parser.negation()
    }
  }

  private mutating func comparison() throws(ExpressionError) -> Parsed {
    let first = try sum()
    var links: [Expression.ChainLink] = []
    var height = first.height
    while let comparison = takeOperator(\.comparison) {
      let operand = try sum()
      links.append(Expression.ChainLink(comparison, operand.expression))
      height = max(height, operand.height)
    }
    guard let last = links.last else { return first }
    let kind: Expression.Kind =
      links.count == 1
      ? .binary(last.comparison, first.expression, last.operand) : .chain(first.expression, links)
    return try node(kind, first.expression.span.union(last.operand.span), over: height)
  }

  private mutating func sum() throws(ExpressionError) -> Parsed {
    var left = try product()
    while let operation = takeOperator(\.sum) { left = try binary(operation, left, try product()) }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Parsed {
    var left = try sign()
    while let operation = takeOperator(\.product) { left = try binary(operation, left, try sign()) }
    return left
  }

  private mutating func sign() throws(ExpressionError) -> Parsed {
    switch current.kind {
    case .symbol(.minus):
      return try prefix {
        .negate($0)
      } operand: { parser throws(ExpressionError) in
        try parser.sign()
      }
    case .symbol(.plus):
      return try prefix {
        .plus($0)
      } operand: { parser throws(ExpressionError) in
        try parser.sign()
      }
    default:
      return try power()
    }
  }

  private mutating func power() throws(ExpressionError) -> Parsed {
    let base = try postfix()
    guard take(.symbol(.doubleStar)) else { return base }
    try enter()
    defer { depth -= 1 }
    return try binary(.power, base, try sign())
  }

  private mutating func postfix() throws(ExpressionError) -> Parsed {
    var left = try atom()
    while take(.symbol(.openList)) {
      let position = try conditional()
      let end = try expect(.closeList)
      left = try node(
        .index(left.expression, position.expression), left.expression.span.union(end),
        over: max(left.height, position.height))
    }
    return left
  }

  private mutating func atom() throws(ExpressionError) -> Parsed {
    let token = current
    let span = text.span(token.range)
    advance()
    switch token.kind {
    case .int(let value): return try node(.int(value), span, over: 0)
    case .float(let value): return try node(.float(value), span, over: 0)
    case .bool(let value): return try node(.bool(value), span, over: 0)
    case .string(let value): return try node(.string(value), span, over: 0)
    case .name(let name):
      guard take(.symbol(.open)) else { return try node(.name(name), span, over: 0) }
      let (arguments, height, end) = try elements(until: .close)
      return try node(.call(function: Located(name, at: span), arguments: arguments), span.union(end), over: height)
    case .symbol(.openList):
      let (items, height, end) = try elements(until: .closeList)
      return try node(.list(items), span.union(end), over: height)
    case .symbol(.open):
      var inner = try conditional()
      inner.expression.span = span.union(try expect(.close))
      return inner
    default:
      if token.kind != .end { index -= 1 }
      throw unexpected("a value")
    }
  }

  /// Expressions between commas with an optional comma at the end, and the closing bracket.
  private mutating func elements(
    until bracket: ExpressionToken.Symbol
  ) throws(ExpressionError) -> (items: [Expression], height: Int, end: Span) {
    var items: [Expression] = []
    var height = 0
    while current.kind != .symbol(bracket) {
      let item = try conditional()
      items.append(item.expression)
      height = max(height, item.height)
      guard take(.symbol(.comma)) else { break }
    }
    guard current.kind == .symbol(bracket) else { throw unexpected("',' or '\(bracket.rawValue)'") }
    return (items, height, try expect(bracket))
  }
}

// MARK: Tokens and nodes

extension ExpressionParser {
  private var current: ExpressionToken { tokens[index] }

  private mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  private mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  private mutating func takeOperator(
    _ operators: (ExpressionToken.Symbol) -> Expression.BinaryOperator?
  ) -> Expression.BinaryOperator? {
    guard case .symbol(let symbol) = current.kind, let match = operators(symbol) else { return nil }
    advance()
    return match
  }

  private mutating func expect(_ symbol: ExpressionToken.Symbol) throws(ExpressionError) -> Span {
    let span = text.span(current.range)
    guard take(.symbol(symbol)) else { throw unexpected("'\(symbol.rawValue)'") }
    return span
  }

  private func unexpected(_ expected: String) -> ExpressionError {
    let found = current.kind == .end ? "the end of the expression" : "'\(text.text(current.range).inMessage)'"
    return ExpressionError(.expected(expected, found: found, at: text.span(current.range)))
  }

  private mutating func enter() throws(ExpressionError) {
    depth += 1
    guard depth <= ExpressionLimits.depth else {
      throw ExpressionError(.expressionTooDeep(at: text.span(current.range)))
    }
  }

  private func node(_ kind: Expression.Kind, _ span: Span, over height: Int) throws(ExpressionError) -> Parsed {
    guard height < ExpressionLimits.depth else { throw ExpressionError(.expressionTooDeep(at: span)) }
    return Parsed(expression: Expression(kind, at: span), height: height + 1)
  }

  private func binary(
    _ operation: Expression.BinaryOperator, _ left: Parsed, _ right: Parsed
  ) throws(ExpressionError) -> Parsed {
    try node(
      .binary(operation, left.expression, right.expression), left.expression.span.union(right.expression.span),
      over: max(left.height, right.height))
  }

  private mutating func prefix(
    _ kind: (Expression) -> Expression.Kind,
    operand: (inout ExpressionParser) throws(ExpressionError) -> Parsed
  ) throws(ExpressionError) -> Parsed {
    try enter()
    defer { depth -= 1 }
    let start = text.span(current.range)
    advance()
    let inner = try operand(&self)
    return try node(kind(inner.expression), start.union(inner.expression.span), over: inner.height)
  }
}

extension ExpressionToken.Symbol {
  fileprivate var comparison: Expression.BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  fileprivate var sum: Expression.BinaryOperator? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    default: nil
    }
  }

  fileprivate var product: Expression.BinaryOperator? {
    switch self {
    case .star: .multiply
    case .slash: .divide
    case .doubleSlash: .floorDivide
    case .percent: .modulo
    default: nil
    }
  }
}
