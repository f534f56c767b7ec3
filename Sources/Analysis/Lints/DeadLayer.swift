package import Diagnostics
import Graph

/// Layers whose outputs nobody reads and that are no outputs of the model.
package enum DeadLayer: Lint {
  package static let code = DiagnosticCode.deadLayer

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for node in network.graph.nodes {
      let isRead = node.outputs.contains { network.isOutput[$0.index] || !network.readers[$0.index].isEmpty }
      guard !isRead else { continue }
      report.add(.deadLayer(node, feeding: layersFor(node, in: network)), about: node)
    }
  }

  /// How many layers before it are computed for it alone, along its first inputs.
  private static func layersFor(_ node: Node, in network: LintedNetwork) -> Int {
    var count = 0
    var last = node
    while let producer = network.producer(of: last), network.soleReader(of: network.graph[producer]) != nil {
      last = network.graph[producer]
      count += 1
    }
    return count
  }
}

extension DiagnosticCode {
  static let deadLayer = DiagnosticCode(
    "W0929", "dead-layer", severity: .warning,
    explanation: """
      A layer whose output is read by no other layer and is no output of the model has no effect; it is computed for
      nothing. Usually a later layer should read it with `from`, or it belongs into `outputs`.
      """,
    bad: """
      cnnc: 1
      model: lost_branch
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {name: stem, out_channels: 8, kernel_size: 3, padding: 1}
        - relu: {name: trunk}
        - conv2d: {name: side, out_channels: 4, kernel_size: 1}
        - conv2d: {name: head, from: trunk, out_channels: 2, kernel_size: 1}
      """,
    good: """
      cnnc: 1
      model: two_outputs
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {name: stem, out_channels: 8, kernel_size: 3, padding: 1}
        - relu: {name: trunk}
        - conv2d: {name: side, out_channels: 4, kernel_size: 1}
        - conv2d: {name: head, from: trunk, out_channels: 2, kernel_size: 1}
      outputs: [side, head]
      """)
}

extension Diagnostic {
  fileprivate static func deadLayer(_ node: Node, feeding: Int) -> Diagnostic {
    let before = feeding == 0 ? "" : "; \(feeding) layer\(feeding == 1 ? "" : "s") before it serve it alone"
    return Diagnostic(
      .deadLayer, "the output of every layer must be read: that of '\(node.path)' is not, and is no output\(before)",
      at: Label(node.origin.span), help: ["read it with 'from', name it in 'outputs', or leave it out"])
  }
}
