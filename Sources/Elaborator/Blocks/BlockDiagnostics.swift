package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let missingBlockParam = DiagnosticCode(
    "E0208", "missing-block-param",
    explanation: "A param that a block declares as `required` is given at every use of the block.",
    bad: """
      cnnc: 1
      model: use_without_param
      input: [N, 8]
      blocks:
        stack:
          params: {depth: required}
          layers: [relu: {repeat: $depth}]
      layers:
        - stack
      """,
    good: """
      cnnc: 1
      model: use_with_param
      input: [N, 8]
      blocks:
        stack:
          params: {depth: required}
          layers: [relu: {repeat: $depth}]
      layers:
        - stack: {depth: 2}
      """)

  package static let unknownBlockParam = DiagnosticCode(
    "E0209", "unknown-block-param",
    explanation: """
      The use of a block gives values to the params that the block declares, by name: `- stack: {depth: 2}`.
      """,
    bad: """
      cnnc: 1
      model: misspelt_param
      input: [N, 8]
      blocks:
        stack:
          params: {depth: 1}
          layers: [relu: {repeat: $depth}]
      layers:
        - stack: {dept: 2}
      """,
    good: """
      cnnc: 1
      model: declared_param
      input: [N, 8]
      blocks:
        stack:
          params: {depth: 1}
          layers: [relu: {repeat: $depth}]
      layers:
        - stack: {depth: 2}
      """)

  package static let recursiveBlock = DiagnosticCode(
    "E0210", "recursive-block",
    explanation: """
      A block cannot use itself, directly or through other blocks: its expansion would not end. Repeat layers with
      `repeat` or `each`.
      """,
    bad: """
      cnnc: 1
      model: endless
      input: [N, 8]
      blocks:
        ping: {layers: [relu, pong]}
        pong: {layers: [ping]}
      layers:
        - ping
      """,
    good: """
      cnnc: 1
      model: twice
      input: [N, 8]
      blocks:
        ping: {layers: [relu]}
        pong: {layers: [ping]}
      layers:
        - pong: {repeat: 2}
      """)

  package static let duplicateBlock = DiagnosticCode(
    "E0219", "duplicate-block",
    explanation: """
      A block's name is its own: no other block of the file or its includes has it, and no operator, combinator or
      common key of layers.
      """,
    bad: """
      cnnc: 1
      model: block_called_relu
      input: [N, 8]
      blocks:
        relu: {layers: [identity]}
      layers:
        - identity
      """,
    good: """
      cnnc: 1
      model: block_of_its_own
      input: [N, 8]
      blocks:
        keep: {layers: [identity]}
      layers:
        - keep
      """)

  package static let blockInputCount = DiagnosticCode(
    "E0234", "block-input-count",
    explanation: """
      A block takes one input, called `in` in its body, or those that its `inputs` list. A use passes as many: the layer
      before, or what `from` lists.
      """,
    bad: """
      cnnc: 1
      model: one_of_two_inputs
      input: [N, 8]
      blocks:
        merge:
          inputs: [left, right]
          layers:
            - relu: {from: left}
      layers:
        - relu: {name: stem}
        - merge
      """,
    good: """
      cnnc: 1
      model: two_inputs
      input: [N, 8]
      blocks:
        merge:
          inputs: [left, right]
          layers:
            - relu: {from: left}
      layers:
        - relu: {name: stem}
        - merge: {from: [stem, input]}
      """)
}

extension Diagnostic {
  static func missingBlockParams(_ names: [String], of block: BlockSyntax, at span: Span) -> Diagnostic {
    let list = names.map { "'\($0)'" }.joined(separator: " and ")
    let labels = block.params.filter { names.contains($0.name.value) }.map { Label($0.name.span, "required") }
    return Diagnostic(
      .missingBlockParam,
      "'\(block.name.value)' needs its required params: \(list) \(names.count == 1 ? "is" : "are") missing",
      at: Label(span), labels: labels)
  }

  static func unknownBlockParam(_ key: Located<String>, of block: BlockSyntax, near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .unknownBlockParam, "'\(block.name.value)' has no param '\(key.value)'", at: Label(key.span),
      labels: [Label(block.name.span, "declared here")])
    finding.suggest(near, for: key.value, at: key.span)
    if near.isEmpty {
      let names = block.params.map(\.name.value)
      finding.help = [names.isEmpty ? "the block has no params" : "its params are \(names.joined(separator: ", "))"]
    }
    return finding
  }

  static func noBlockShorthand(_ block: BlockSyntax, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownBlockParam, "'\(block.name.value)' takes its params by name", at: Label(span),
      help: block.params.first.map { ["write {\($0.name.value): ...}"] } ?? ["the block has no params"])
  }

  static func recursiveBlock(_ cycle: [String], at span: Span, _ declaration: Span) -> Diagnostic {
    Diagnostic(
      .recursiveBlock, "a block must not use itself: \(cycle.joined(separator: " -> "))", at: Label(span),
      labels: [Label(declaration, "declared here")])
  }

  static func blockInputCount(_ block: BlockSyntax, given: Int, at span: Span) -> Diagnostic {
    let names = block.inputs.map(\.value).joined(separator: ", ")
    return Diagnostic(
      .blockInputCount,
      "'\(block.name.value)' takes \(counted(block.inputs.count, "input")) (\(names)), and gets \(given)",
      at: Label(span), labels: block.inputs.map { Label($0.span) }, help: ["list the inputs with 'from'"])
  }

  static func duplicateBlock(_ name: Located<String>, earlier: Span) -> Diagnostic {
    Diagnostic(
      .duplicateBlock, "a block's name is given once: '\(name.value)' is taken", at: Label(name.span, "second"),
      labels: [Label(earlier, "first")])
  }

  static func reservedBlock(_ name: Located<String>, what: String) -> Diagnostic {
    Diagnostic(.duplicateBlock, "a block's name must be its own: '\(name.value)' is \(what)", at: Label(name.span))
  }

  /// A number with a noun: `1 input`, `3 inputs`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
