package import Diagnostics
import Elaborator
import Graph
import Operators

/// Probabilities where the loss takes scores and makes probabilities of them by itself.
package enum SoftmaxBeforeCrossEntropy: Lint {
  package static let code = DiagnosticCode.softmaxBeforeCrossEntropy

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    let graph = network.graph
    for node in graph.nodes where !node.inputs.isEmpty {
      guard let squashed = squashed(node.inputs[0], for: node.operation.name, in: network) else { continue }
      report.add(.softmaxBeforeCrossEntropy(squashed, node.operation.name, at: node.origin.span), about: squashed)
    }
    guard let loss = network.loss, let output = graph.outputs.first,
      let squashed = squashed(output.value, for: loss.name, in: network)
    else { return }
    report.add(.softmaxBeforeCrossEntropy(squashed, loss.name, at: loss.span), about: squashed)
  }

  /// The layer that does to a value what a loss does again.
  private static func squashed(_ value: ValueID, for loss: String, in network: LintedNetwork) -> Node? {
    guard loss == CrossEntropy.name || loss == BCEWithLogits.name,
      let node = network.graph[value].producer.map({ network.graph[$0] })
    else { return nil }
    let isRepeated = loss == CrossEntropy.name ? node.operation is Softmax : node.operation is Sigmoid
    return isRepeated ? node : nil
  }
}

extension LintedNetwork {
  /// The loss of `train`, by its name.
  fileprivate var loss: (name: String, span: Span)? {
    guard let value = sections.train.first(where: { $0.key == "loss" })?.value else { return nil }
    switch value.content {
    case .string(let name): return (name, value.span)
    case .map(let entries): return entries.first.map { ($0.key, $0.keySpan) }
    default: return nil
    }
  }
}

extension DiagnosticCode {
  static let softmaxBeforeCrossEntropy = DiagnosticCode(
    "W0932", "softmax-before-cross-entropy", severity: .warning,
    explanation: """
      `cross_entropy` takes raw scores and applies the softmax itself, as `bce_with_logits` applies the sigmoid. A softmax
      before it is a second one: its inputs then lie between 0 and 1, the loss cannot come near 0 however good the
      network is, and gradients are small. Leave the layer out and apply it where probabilities are shown, or take
      `log_softmax` with `nll`, or `sigmoid` with `bce`.
      """,
    bad: """
      cnnc: 1
      model: twice
      input: [N, 16]
      layers:
        - linear: 10
        - softmax
      train: {loss: cross_entropy}
      """,
    good: """
      cnnc: 1
      model: once
      input: [N, 16]
      layers:
        - linear: 10
      train: {loss: cross_entropy}
      """)
}

extension Diagnostic {
  fileprivate static func softmaxBeforeCrossEntropy(_ node: Node, _ loss: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .softmaxBeforeCrossEntropy,
      "'\(loss)' must be given raw scores: it applies '\(node.operation.name)' itself, a second time here",
      at: Label(node.origin.span), labels: [Label(span, "applies it again")], help: ["leave this layer out"])
  }
}
