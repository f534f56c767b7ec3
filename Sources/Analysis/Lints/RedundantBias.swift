package import Diagnostics
import Graph
import Operators
import Tensors

/// Biases that the normalisation behind them takes away again.
package enum RedundantBias: Lint {
  package static let code = DiagnosticCode.redundantBias

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    var redundant: [(node: Node, count: Int, norm: Node)] = []
    var needed: Set<Span> = []
    for (node, form) in zip(network.graph.nodes, network.affine) {
      guard let form, form.hasBias else { continue }
      if let norm = norm(behind: node, in: network) {
        redundant.append((node, form.outputChannels, norm))
      } else {
        needed.insert(node.origin.span)
      }
    }
    for (node, count, norm) in redundant {
      let edit = needed.contains(node.origin.span) ? nil : network.edit(setting: "bias", to: "false", in: node)
      report.add(.redundantBias(node, count, norm, edit, in: network), about: node)
    }
  }

  /// The normalisation over channels that alone reads a layer.
  private static func norm(behind node: Node, in network: LintedNetwork) -> Node? {
    guard let reader = network.soleReader(of: node) else { return nil }
    let norm = network.graph[reader]
    let isOverChannels = !(node.operation is Linear) || network.outputShape(of: node)?.rank == 2
    let takesMean = norm.operation is BatchNorm || (norm.operation as? InstanceNorm)?.trackRunningStats == false
    return isOverChannels && takesMean ? norm : nil
  }
}

extension DiagnosticCode {
  static let redundantBias = DiagnosticCode(
    "W0927", "redundant-bias", severity: .warning,
    explanation: """
      A normalisation subtracts the mean of each channel, and with it any constant that the layer before has added: the
      bias changes nothing, learns nothing, and costs memory. The normalisation has a bias of its own.

      The fix takes the parameter out of the model, so a checkpoint that has it does not fit any more; where one must be
      loaded, keep the bias and say so: `# cnnc: ignore[redundant-bias] the published checkpoint has it`.
      """,
    bad: """
      cnnc: 1
      model: bias_and_norm
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}
        - batch_norm
        - relu
      """,
    good: """
      cnnc: 1
      model: norm_alone
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, bias: false}
        - batch_norm
        - relu
      """)
}

extension Diagnostic {
  fileprivate static func redundantBias(
    _ node: Node, _ count: Int, _ norm: Node, _ edit: Edit?, in network: LintedNetwork
  ) -> Diagnostic {
    var finding = Diagnostic(
      .redundantBias,
      "a bias before '\(norm.operation.name)' does nothing: the mean takes away the \(count) values that it adds",
      at: Label(network.place(of: "bias", in: node)), labels: [Label(norm.origin.span, "subtracts the mean")],
      help: edit == nil ? ["set bias: false"] : [])
    if let edit { finding.fixes = [Fix("set bias: false", safety: .unsafe, edits: [edit])] }
    return finding
  }
}
