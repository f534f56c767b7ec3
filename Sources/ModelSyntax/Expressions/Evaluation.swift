package import Diagnostics

extension Expression {
  /// The value in a scope, by Python's rules; the first problem is thrown.
  ///
  /// `and` and `or` return an operand and evaluate the second only when it decides; zero, `false` and what is empty
  /// count as false. Booleans count as 0 and 1 in arithmetic and in comparisons. Recursion is bounded by the parser's
  /// limit of depth.
  package func evaluate(in scope: ExpressionScope) throws(ExpressionError) -> ExpressionValue {
    switch kind {
    case .int(let value): return .int(value)
    case .float(let value): return .float(value)
    case .bool(let value): return .bool(value)
    case .string(let value): return .string(value)
    case .name(let name): return try Self.look(up: name, in: scope, at: span)
    case .list(let items):
      return try .list(Self.evaluate(items, in: scope)).checked(at: span)
    case .negate(let operand):
      return try Arithmetic.negate(operand.evaluate(in: scope), at: span)
    case .plus(let operand):
      return try Arithmetic.plus(operand.evaluate(in: scope), at: span)
    case .not(let operand):
      return .bool(try !operand.evaluate(in: scope).isTrue)
    case .conditional(let condition, let then, let otherwise):
      return try condition.evaluate(in: scope).isTrue ? then.evaluate(in: scope) : otherwise.evaluate(in: scope)
    case .binary(let operation, let left, let right):
      return try evaluate(operation, left, right, in: scope)
    case .chain(let first, let links):
      return try Self.evaluate(first, links, in: scope, at: span)
    case .index(let list, let position):
      return try list.evaluate(in: scope).element(position.evaluate(in: scope), at: span)
    case .call(let function, let arguments):
      return try ExpressionFunction.call(function, Self.evaluate(arguments, in: scope), at: span)
    }
  }

  private static func evaluate(
    _ items: [Expression], in scope: ExpressionScope
  ) throws(ExpressionError) -> [ExpressionValue] {
    var values: [ExpressionValue] = []
    values.reserveCapacity(items.count)
    for item in items { values.append(try item.evaluate(in: scope)) }
    return values
  }

  private func evaluate(
    _ operation: BinaryOperator, _ left: Expression, _ right: Expression, in scope: ExpressionScope
  ) throws(ExpressionError) -> ExpressionValue {
    let first = try left.evaluate(in: scope)
    switch operation {
    case .and: return first.isTrue ? try right.evaluate(in: scope) : first
    case .or: return first.isTrue ? first : try right.evaluate(in: scope)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .bool(try Comparison.holds(operation, first, right.evaluate(in: scope), at: span))
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
      return try Arithmetic.apply(operation, first, right.evaluate(in: scope), at: span)
    }
  }

  private static func evaluate(
    _ first: Expression, _ links: [ChainLink], in scope: ExpressionScope, at span: Span
  ) throws(ExpressionError) -> ExpressionValue {
    var left = try first.evaluate(in: scope)
    for link in links {
      let right = try link.operand.evaluate(in: scope)
      guard try Comparison.holds(link.comparison, left, right, at: span) else { return .bool(false) }
      left = right
    }
    return .bool(true)
  }

  private static func look(
    up name: String, in scope: ExpressionScope, at span: Span
  ) throws(ExpressionError) -> ExpressionValue {
    switch scope.lookup(name) {
    case .value(let value): return value
    case .unknown: throw ExpressionError(.unknownName(name, among: scope.names(), at: span))
    case .unavailable(let reason): throw ExpressionError(.unavailableName(name, reason: reason, at: span))
    case .poisoned: throw ExpressionError(nil)
    }
  }
}

extension WrittenValue {
  /// The value with every expression in it evaluated; every independent problem is reported.
  ///
  /// nil when a part has no value, whether that is reported here or was before.
  package func evaluate(in scope: ExpressionScope, reporting diagnostics: inout [Diagnostic]) -> EvaluatedValue? {
    switch content {
    case .null: return EvaluatedValue(.null, at: span)
    case .bool(let value): return EvaluatedValue(.bool(value), at: span)
    case .int(let value): return EvaluatedValue(.int(value), at: span)
    case .float(let value): return EvaluatedValue(.float(value), at: span)
    case .string(let value): return EvaluatedValue(.string(value), at: span)
    case .invalid: return nil
    case .expression(let expression):
      return Self.reported(&diagnostics) { () throws(ExpressionError) in
        EvaluatedValue(expression: try expression.evaluate(in: scope), at: span)
      }
    case .interpolation(let parts):
      return Self.reported(&diagnostics) { () throws(ExpressionError) in
        EvaluatedValue(.string(try Self.text(of: parts, in: scope)), at: span, isLiteral: false)
      }
    case .list(let items):
      let values = items.compactMap { $0.evaluate(in: scope, reporting: &diagnostics) }
      return values.count == items.count ? EvaluatedValue(.list(values), at: span) : nil
    case .map(let entries):
      var values: [EvaluatedEntry] = []
      for entry in entries {
        guard let value = entry.value.evaluate(in: scope, reporting: &diagnostics) else { continue }
        values.append(EvaluatedEntry(key: entry.key, value: value))
      }
      return values.count == entries.count ? EvaluatedValue(.map(values), at: span) : nil
    }
  }

  private static func reported(
    _ diagnostics: inout [Diagnostic], _ body: () throws(ExpressionError) -> EvaluatedValue
  ) -> EvaluatedValue? {
    do {
      return try body()
    } catch {
      if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
      return nil
    }
  }

  private static func text(
    of parts: [InterpolationPart], in scope: ExpressionScope
  ) throws(ExpressionError) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .expression(let expression):
        let value = try expression.evaluate(in: scope)
        guard let printed = value.interpolated else {
          throw ExpressionError(.listInText(at: expression.span))
        }
        text += printed
        guard text.utf8.count <= ExpressionLimits.characters else {
          throw ExpressionError(.stringTooLong(at: expression.span))
        }
      }
    }
    return text
  }
}
