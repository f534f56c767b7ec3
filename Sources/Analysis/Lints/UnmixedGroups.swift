package import Diagnostics
import Graph
import Operators

/// Grouped convolutions one behind the other whose groups never exchange anything.
package enum UnmixedGroups: Lint {
  package static let code = DiagnosticCode.unmixedGroups

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for (index, node) in network.graph.nodes.enumerated() {
      guard let form = network.affine[index], isGrouped(form, node, in: network),
        let next = network.reader(of: node, behind: keepsChannelsApart), let other = network.affine[next.index],
        other.groups == form.groups, isGrouped(other, network.graph[next], in: network)
      else { continue }
      report.add(.unmixedGroups(form.groups, node, network.graph[next], in: network), about: network.graph[next])
    }
  }

  /// Whether a convolution has groups of several channels; depthwise ones are meant to keep channels apart.
  private static func isGrouped(_ form: AffineForm, _ node: Node, in network: LintedNetwork) -> Bool {
    form.groups > 1 && (network.inputChannels(of: node) ?? 0) > form.groups
  }

  private static func keepsChannelsApart(_ operation: any Operator) -> Bool {
    operation is any ElementwiseActivation || operation is any RandomDrop || operation is any ChannelParameter
      || operation is BatchNorm || operation is InstanceNorm || operation is Identity || operation is Prelu
      || operation is any WindowedOperator && !(operation is any AffineOperator)
  }
}

extension DiagnosticCode {
  static let unmixedGroups = DiagnosticCode(
    "W0935", "unmixed-groups", severity: .warning,
    explanation: """
      A grouped convolution reads only the channels of its own group. Two of them with as many groups, and nothing
      between that mixes channels, are separate networks side by side: the second half of the channels never learns
      of the first. Put a `channel_shuffle` or a pointwise convolution between them. See X. Zhang and others,
      "ShuffleNet: an extremely efficient convolutional neural network for mobile devices", 2018.
      """,
    bad: """
      cnnc: 1
      model: side_by_side
      input: [N, 16, 8, 8]
      layers:
        - conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: 4}
        - relu
        - conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: 4}
      """,
    good: """
      cnnc: 1
      model: shuffled
      input: [N, 16, 8, 8]
      layers:
        - conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: 4}
        - relu
        - channel_shuffle: 4
        - conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: 4}
      """)
}

extension Diagnostic {
  fileprivate static func unmixedGroups(
    _ groups: Int, _ node: Node, _ reader: Node, in network: LintedNetwork
  ) -> Diagnostic {
    let first = network.place(of: "groups", in: node)
    let second = network.place(of: "groups", in: reader)
    return Diagnostic(
      .unmixedGroups,
      "channels must mix between grouped convolutions: the \(groups) groups of '\(node.path)' go on as the same "
        + "\(groups)",
      at: Label(second), labels: first == second ? [] : [Label(first, "the same groups")],
      help: ["put 'channel_shuffle: \(groups)' or a pointwise convolution before it"])
  }
}
