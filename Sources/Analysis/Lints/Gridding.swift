package import Diagnostics
import Graph
import Operators

/// Dilated windows upon each other that leave holes in what an output position reads of the input.
package enum Gridding: Lint {
  package static let code = DiagnosticCode.gridding

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for port in network.graph.outputs {
      guard let field = network.field.axes(of: port.value), field.count <= 3,
        let axis = field.indices.max(by: { field[$0].holeCount < field[$1].holeCount }), field[axis].holeCount > 0,
        let chain = chain(to: port.value, axis, in: network)
      else { continue }
      report.add(
        .gridding(chain, axis: AxisName(axis, of: field.count), field[axis], in: network), about: chain[0].node)
      return
    }
  }

  /// The dilated layers from the one that opens the holes on; nil when another kind of layer opens them, or only one is
  /// dilated, whose holes its neighbours fill.
  private static func chain(
    to value: ValueID, _ axis: Int, in network: LintedNetwork
  ) -> [(node: Node, dilation: Int)]? {
    var isUpstream = Array(repeating: false, count: network.graph.values.count)
    isUpstream[value.index] = true
    for node in network.graph.nodes.reversed() where node.outputs.contains(where: { isUpstream[$0.index] }) {
      for input in node.readInputs { isUpstream[input.index] = true }
    }
    func hasHoles(_ value: ValueID) -> Bool { (network.field.axes(of: value)?[axis].holeCount ?? 0) > 0 }
    var chain: [(node: Node, dilation: Int)] = []
    for node in network.graph.nodes where node.outputs.contains(where: { isUpstream[$0.index] }) {
      let windows = network.windows(of: node)
      let isDilated = axis < windows.count && windows[axis].dilation > 1 && windows[axis].kernelSize > 1
      if chain.isEmpty, node.outputs.contains(where: hasHoles), !isDilated { return nil }
      if isDilated, node.outputs.contains(where: hasHoles) { chain.append((node, windows[axis].dilation)) }
    }
    return chain.count > 1 ? chain : nil
  }
}

extension DiagnosticCode {
  static let gridding = DiagnosticCode(
    "W0920", "gridding", severity: .warning,
    explanation: """
      Dilated windows skip positions, and windows of the same dilation upon each other skip the same ones: every output
      position then reads a grid of the input and nothing in between, and neighbouring outputs read grids that have
      nothing in common. Three windows of 3 with dilation 2 span 13 positions and never read 6 of them.

      Let the dilations grow from 1 (1, 2, 3 or 1, 2, 4), or let windows without dilation follow. See P. Wang and
      others, "Understanding convolution for semantic segmentation", 2018.
      """,
    bad: """
      cnnc: 1
      model: holes
      input: [N, 3, 32, 32]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 2, dilation: 2}
        - relu
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 2, dilation: 2}
        - relu
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 2, dilation: 2}
      """,
    good: """
      cnnc: 1
      model: no_holes
      input: [N, 3, 32, 32]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 2, dilation: 2}
        - relu
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 3, dilation: 3}
      """)
}

extension Diagnostic {
  fileprivate static func gridding(
    _ chain: [(node: Node, dilation: Int)], axis: AxisName, _ field: AxisField, in network: LintedNetwork
  ) -> Diagnostic {
    let dilations = chain.prefix(6).map { "\($0.dilation)" } + (chain.count > 6 ? ["..."] : [])
    let first = network.place(of: "dilation", in: chain[0].node)
    var others: [Label] = []
    for layer in chain.dropFirst() {
      let label = Label(network.place(of: "dilation", in: layer.node), "and this one")
      if others.count < 3, label.span != first, !others.contains(label) { others.append(label) }
    }
    return Diagnostic(
      .gridding,
      "dilations must not share their gaps: with \(dilations.joined(separator: ", ")) an output spans "
        + "\(axis.counted(field.size)) of the input and never reads \(field.holeCount) of them",
      at: Label(first, "opens the holes"), labels: others,
      help: ["let the dilations grow from 1, such as 1, 2, 3, or let a window without dilation follow"])
  }
}
