import Diagnostics

extension DocumentReader {
  /// The layers of a list; one unreadable layer for what is no list.
  mutating func layers(_ entry: SyntaxEntry) -> [LayerSyntax] {
    guard let items = list(entry, "a list of layers") else {
      return [LayerSyntax(kind: .invalid, span: entry.value.span)]
    }
    return layers(items)
  }

  mutating func layers(_ items: [SyntaxNode]) -> [LayerSyntax] {
    var result: [LayerSyntax] = []
    result.reserveCapacity(items.count)
    for item in items { result.append(layer(item)) }
    return result
  }

  private mutating func layer(_ node: SyntaxNode) -> LayerSyntax {
    switch node.kind {
    case .invalid: break
    case .mapping(let entries): return layer(entries, at: node.span)
    case .sequence: diagnostics.append(.layerWithoutOperator(node))
    case .scalar(let scalar):
      if node.isNull {
        diagnostics.append(.layerWithoutOperator(node))
      } else if checkOperator(Located(scalar.text, at: node.span)) {
        if let combinator = Combinator(rawValue: scalar.text) {
          diagnostics.append(.bareCombinator(combinator, at: node.span))
        } else {
          let name = Located(scalar.text, at: node.span)
          return LayerSyntax(kind: .call(name: name, arguments: .none), span: node.span)
        }
      }
    }
    return LayerSyntax(kind: .invalid, span: node.span)
  }

  private mutating func layer(_ entries: [SyntaxEntry], at span: Span) -> LayerSyntax {
    var common = CommonKeys()
    var operators: [SyntaxEntry] = []
    for entry in entries where !common.take(entry, reporting: &diagnostics) { operators.append(entry) }
    if operators.count > 1 { reportMisspeltKeys(among: &operators) }
    var kind = LayerSyntax.Kind.invalid
    if operators.count == 1 {
      kind = self.kind(of: operators[0], &common)
    } else if operators.isEmpty {
      diagnostics.append(.layerWithoutOperator(SyntaxNode(.mapping(entries), at: span)))
    } else {
      diagnostics.append(.severalOperators(operators))
    }
    var layer = LayerSyntax(kind: kind, span: span)
    apply(common, to: &layer)
    return layer
  }

  /// Takes out the keys beside the operator that are near to a common key.
  private mutating func reportMisspeltKeys(among operators: inout [SyntaxEntry]) {
    let near = operators.map { Suggestion.nearest(to: $0.key.value, among: CommonKeys.names) }
    guard near.count(where: \.isEmpty) == 1 else { return }
    for (entry, names) in zip(operators, near) where !names.isEmpty {
      diagnostics.append(.unknownKey(entry.key, in: "a layer", near: names, known: CommonKeys.names))
    }
    operators = zip(operators, near).filter(\.1.isEmpty).map(\.0)
  }

  private mutating func kind(of entry: SyntaxEntry, _ common: inout CommonKeys) -> LayerSyntax.Kind {
    switch Combinator(rawValue: entry.key.value) {
    case .sequential: return sequential(entry)
    case .residual: return residual(entry, &common)
    case .parallel: return parallel(entry, &common)
    case nil: break
    }
    guard checkOperator(entry.key) else { return .invalid }
    switch entry.value.kind {
    case .invalid: return .invalid
    case .scalar where entry.value.isNull: return .call(name: entry.key, arguments: .none)
    case .scalar, .sequence: return .call(name: entry.key, arguments: .shorthand(written(entry.value)))
    case .mapping(let entries):
      var attributes: [WrittenEntry] = []
      attributes.reserveCapacity(entries.count)
      for attribute in entries where !common.take(attribute, reporting: &diagnostics) {
        attributes.append(WrittenEntry(key: attribute.key, value: written(attribute.value)))
      }
      let arguments = LayerSyntax.Arguments.map(attributes, span: entry.value.span, isFlow: entry.value.isFlow)
      return .call(name: entry.key, arguments: arguments)
    }
  }

  /// Whether a text can be the name of an operator or block; reported when not.
  private mutating func checkOperator(_ name: Located<String>) -> Bool {
    if Identifier.isValid(name.value) { return true }
    let word = name.value.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    let rest = name.value.dropFirst(word.count)
    if !word.isEmpty, rest.utf8.first == UInt8(ascii: ":") {
      let end = name.span.lower + word.utf8.count
      diagnostics.append(.missingSpace(after: Located(String(word), at: Span(name.span.source, name.span.lower..<end))))
    } else {
      diagnostics.append(.invalidOperatorName(name, word: String(word)))
    }
    return false
  }

  private mutating func apply(_ common: CommonKeys, to layer: inout LayerSyntax) {
    if let entry = common.name { layer.name = writtenText(entry) }
    if let entry = common.from { layer.from = written(entry.value) }
    if let entry = common.when { layer.when = written(entry.value) }
    if let entry = common.expect { layer.expect = written(entry.value) }
    if let entry = common.doc { layer.doc = text(entry) }
    if let entry = common.freeze { layer.freeze = written(entry.value) }
    if let entry = common.repeat { layer.loop = .times(written(entry.value)) }
    guard let entry = common.each else { return }
    if let other = common.repeat {
      let (first, second) = other.key.span < entry.key.span ? (other.key, entry.key) : (entry.key, other.key)
      diagnostics.append(.conflictingKeys(second, first))
    } else if let variables = map(entry, "a map from variables to lists") {
      for variable in variables { checkName(variable.key, role: "the name of a loop variable", of: .value) }
      layer.loop = .each(written(variables), span: entry.value.span)
    } else {
      layer.kind = .invalid
    }
  }
}

extension Diagnostic {
  /// `word` is the part that could be a name.
  static func invalidOperatorName(_ name: Located<String>, word: String) -> Diagnostic {
    let rest = name.value.dropFirst(word.count).drop { $0 == " " }
    let forgotten = !word.isEmpty && (rest.first == "{" || rest.first == "[")
    return Diagnostic(
      .invalidIdentifier, "the name of an operator or block must be an identifier: '\(name.value.inMessage)'",
      at: Label(name.span), help: forgotten ? ["write ': ' after '\(word.inMessage)'"] : [])
  }
}
