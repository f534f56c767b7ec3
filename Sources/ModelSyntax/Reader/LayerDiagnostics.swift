import Diagnostics

extension DiagnosticCode {
  static let layerWithoutOperator = DiagnosticCode(
    "E0126", "layer-without-operator",
    explanation: """
      A layer is the name of an operator or block, or a map that has one of these, or a combinator, as a key.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
        - name: last
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
        - relu: {name: last}
      """)

  static let severalOperators = DiagnosticCode(
    "E0127", "several-operators",
    explanation: """
      A layer has exactly one operator, block or combinator. Each layer begins with its own `-`, and the attributes
      of an operator are indented deeper than its name.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
          relu:
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
        - relu
      """)
}

extension Diagnostic {
  static func layerWithoutOperator(_ node: SyntaxNode) -> Diagnostic {
    var found = node.phrase
    var place = node.span
    if case .mapping(let entries) = node.kind {
      found = entries.isEmpty ? "an empty map" : "only \(entries.map { "'\($0.key.value)'" }.joined(separator: ", "))"
      if let first = entries.first { place = first.key.span }
    }
    return Diagnostic(
      .layerWithoutOperator, "a layer must have an operator, block or combinator, not \(found)", at: Label(place))
  }

  static func severalOperators(_ operators: [SyntaxEntry]) -> Diagnostic {
    var names = operators.prefix(3).map { "'\($0.key.value.inMessage)'" }
    if operators.count > names.count { names.append("\(operators.count - names.count) more") }
    let help =
      operators[0].value.isNull
      ? "indent the attributes of \(names[0]) deeper than it" : "begin each layer with its own '-'"
    return Diagnostic(
      .severalOperators, "a layer must have one operator, block or combinator, not \(names.joined(separator: ", "))",
      at: Label(operators[1].key.span), labels: [Label(operators[0].key.span, "the first")], help: [help])
  }

  static func bareCombinator(_ combinator: Combinator, at span: Span) -> Diagnostic {
    Diagnostic(.wrongKind, "'\(combinator.rawValue)' must be \(combinator.form), not nothing", at: Label(span))
  }
}
