package import Diagnostics
import Graph
import Operators

/// Padding of half the window or more on both sides.
package enum WidePadding: Lint {
  package static let code = DiagnosticCode.widePadding

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for (node, form) in zip(network.graph.nodes, network.affine) where form != nil {
      let windows = network.windows(of: node)
      for (axis, window) in windows.enumerated()
      where window.padBegin + window.padEnd > window.dilation * (window.kernelSize - 1) {
        report.add(.widePadding(window, AxisName(axis, of: windows.count), node, in: network), about: node)
        break
      }
    }
  }
}

extension DiagnosticCode {
  static let widePadding = DiagnosticCode(
    "W0933", "wide-padding", severity: .warning,
    explanation: """
      With a padding of half the window or more the map grows by what is nothing but padding: at the border windows lie
      mostly or wholly outside of the input. A padding of `dilation * (kernel_size - 1) / 2` keeps the size, and
      `padding: same` says so. Frameworks refuse such padding for pools.
      """,
    bad: """
      cnnc: 1
      model: padded_by_half
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 2}
      """,
    good: """
      cnnc: 1
      model: same_size
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  fileprivate static func widePadding(
    _ window: AxisWindow, _ axis: AxisName, _ node: Node, in network: LintedNetwork
  ) -> Diagnostic {
    let extent = window.dilation * (window.kernelSize - 1) + 1
    return Diagnostic(
      .widePadding,
      "the padding must be less than half of the window: \(window.padBegin) and \(window.padEnd) beside windows of "
        + "\(axis.counted(extent)) make the map grow",
      at: Label(network.place(of: "padding", in: node)),
      help: extent % 2 == 1 ? ["a padding of \(extent / 2) keeps the size at stride 1"] : [])
  }
}
