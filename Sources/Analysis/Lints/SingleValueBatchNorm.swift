package import Diagnostics
import Elaborator
import Graph
import Operators
import Tensors

/// Batch norms that are trained on one value for each channel.
package enum SingleValueBatchNorm: Lint {
  package static let code = DiagnosticCode.singleValueBatchNorm

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    let symbols = network.isTrainedSingly ? network.graph.singleSample : [:]
    for node in network.graph.nodes where node.operation is BatchNorm {
      guard let shape = network.inputShape(of: node)?.binding(symbols), shape.rank >= 2,
        shape.elementCount == shape[1]
      else { continue }
      report.add(.singleValueBatchNorm(node, shape), about: node)
    }
  }
}

extension LintedNetwork {
  /// Whether `train` gives a batch one sample.
  fileprivate var isTrainedSingly: Bool {
    sections.train.contains { entry in
      if entry.key == "batch_size", case .int(1) = entry.value.content { return true }
      return false
    }
  }
}

extension DiagnosticCode {
  static let singleValueBatchNorm = DiagnosticCode(
    "W0931", "single-value-batch-norm", severity: .warning,
    explanation: """
      In training a batch norm takes the mean over the samples and positions of a channel. With one sample and one
      position there is one value, which is its own mean: the output is the bias whatever the input, and no gradient
      flows. `cnnc run --backward` and PyTorch refuse it. Train with more samples, or normalise by `group_norm`.
      """,
    bad: """
      cnnc: 1
      model: one_value
      input: [1, 16]
      layers:
        - linear: {out_features: 32, bias: false}
        - batch_norm
        - relu
      """,
    good: """
      cnnc: 1
      model: many_values
      input: [N, 16]
      layers:
        - linear: {out_features: 32, bias: false}
        - batch_norm
        - relu
      """)
}

extension Diagnostic {
  fileprivate static func singleValueBatchNorm(_ node: Node, _ shape: Shape) -> Diagnostic {
    Diagnostic(
      .singleValueBatchNorm,
      "a batch norm must have more than one value per channel in training: \(shape) has one sample and one position",
      at: Label(node.origin.span), help: ["train with more than one sample, or take group_norm"])
  }
}
