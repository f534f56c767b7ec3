import Diagnostics

extension DocumentReader {
  /// A value as written: scalars typed, expressions parsed; recursion is bounded by the tree's depth.
  mutating func written(_ node: SyntaxNode) -> WrittenValue {
    switch node.kind {
    case .invalid: return WrittenValue(.invalid, at: node.span)
    case .scalar(let scalar): return WrittenValue(content(of: scalar, at: node.span), at: node.span)
    case .sequence(let items):
      var values: [WrittenValue] = []
      values.reserveCapacity(items.count)
      for item in items { values.append(written(item)) }
      return WrittenValue(.list(values), at: node.span)
    case .mapping(let entries): return WrittenValue(.map(written(entries)), at: node.span)
    }
  }

  mutating func written(_ entries: [SyntaxEntry]) -> [WrittenEntry] {
    var result: [WrittenEntry] = []
    result.reserveCapacity(entries.count)
    for entry in entries { result.append(WrittenEntry(key: entry.key, value: written(entry.value))) }
    return result
  }

  /// The entries of a section that must be a map.
  mutating func writtenEntries(_ entry: SyntaxEntry) -> [WrittenEntry] {
    map(entry).map { written($0) } ?? []
  }

  /// A layer's name: always a text, whatever it looks like.
  mutating func writtenText(_ entry: SyntaxEntry) -> WrittenValue {
    guard case .scalar(let scalar) = entry.value.kind, !entry.value.isNull else {
      reportKind(entry, "a text")
      return WrittenValue(.invalid, at: entry.value.span)
    }
    let content = scalar.hasDollar ? content(of: scalar, at: entry.value.span) : .string(scalar.text)
    return WrittenValue(content, at: entry.value.span)
  }

  private mutating func content(of scalar: SyntaxNode.Scalar, at span: Span) -> WrittenValue.Content {
    if scalar.hasDollar {
      guard countExpression(scalar, at: span) else { return .invalid }
      if let reference = Interpolation.reference(scalar, at: span) { return .expression(reference) }
      do throws(ExpressionError) {
        let text = ScalarText(scalar.text, style: scalar.style, span: span, source: source)
        return try Interpolation.content(of: text)
      } catch {
        if let diagnostic = error.diagnostic { diagnostics.append(diagnostic) }
        return .invalid
      }
    }
    guard scalar.style == .plain else { return .string(scalar.text) }
    do throws(CoreSchemaError) {
      return try CoreSchema.content(of: scalar.text, at: span)
    } catch {
      diagnostics.append(error.diagnostic)
      return .invalid
    }
  }

  /// Counts the bytes of expressions; false when there are too many, which is reported once.
  private mutating func countExpression(_ scalar: SyntaxNode.Scalar, at span: Span) -> Bool {
    let before = expressionBytes
    expressionBytes += scalar.text.utf8.count
    if before <= SyntaxLimits.expressions, expressionBytes > SyntaxLimits.expressions {
      diagnostics.append(.tooManyExpressions(at: span))
    }
    return expressionBytes <= SyntaxLimits.expressions
  }
}
