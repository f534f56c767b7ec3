package import Diagnostics
import Graph
import Operators

/// Dropout whose outputs a batch norm takes statistics of.
package enum DropoutBeforeBatchNorm: Lint {
  package static let code = DiagnosticCode.dropoutBeforeBatchNorm

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for node in network.graph.nodes {
      guard let drop = node.operation as? any RandomDrop, drop.p > 0, !(drop is StochasticDepth),
        let norm = norm(behind: node, in: network)
      else { continue }
      report.add(.dropoutBeforeBatchNorm(node, norm), about: node)
    }
  }

  /// The batch norm that a dropout leads to through activations and at most one layer with weights.
  private static func norm(behind node: Node, in network: LintedNetwork) -> Node? {
    guard var next = network.reader(of: node, behind: passes) else { return nil }
    if network.affine[next.index] != nil {
      guard let further = network.reader(of: network.graph[next], behind: passes) else { return nil }
      next = further
    }
    return network.graph[next].operation is BatchNorm ? network.graph[next] : nil
  }

  private static func passes(_ operation: any Operator) -> Bool {
    operation is any ElementwiseActivation || operation is Identity || operation is Flatten || operation is Prelu
  }
}

extension DiagnosticCode {
  static let dropoutBeforeBatchNorm = DiagnosticCode(
    "W0930", "dropout-before-batch-norm", severity: .warning,
    explanation: """
      Dropout raises the variance of what it drops from while training and not in inference. A batch norm behind it learns
      the variance of training, and normalises by a wrong one in inference, which costs accuracy. Put dropout behind the
      last batch norm. See X. Li and others, "Understanding the disharmony between dropout and batch normalization by
      variance shift", 2019.
      """,
    bad: """
      cnnc: 1
      model: shifted_variance
      input: [N, 16]
      layers:
        - dropout: 0.5
        - linear: {out_features: 32, bias: false}
        - batch_norm
        - relu
      """,
    good: """
      cnnc: 1
      model: dropout_last
      input: [N, 16]
      layers:
        - linear: {out_features: 32, bias: false}
        - batch_norm
        - relu
        - dropout: 0.5
      """)
}

extension Diagnostic {
  fileprivate static func dropoutBeforeBatchNorm(_ node: Node, _ norm: Node) -> Diagnostic {
    Diagnostic(
      .dropoutBeforeBatchNorm,
      "dropout must stand behind batch norm: '\(norm.path)' learns a variance that inference, without dropout, has not",
      at: Label(node.origin.span), labels: [Label(norm.origin.span, "takes the statistics")])
  }
}
