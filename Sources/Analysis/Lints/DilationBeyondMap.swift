package import Diagnostics
import Graph
import Operators

/// Dilated windows so wide that only one tap ever meets the map.
package enum DilationBeyondMap: Lint {
  package static let code = DiagnosticCode.dilationBeyondMap

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for (node, form) in zip(network.graph.nodes, network.affine) where form != nil {
      let axes = network.tapUse(of: node)
      for (axis, (window, size, use)) in axes.enumerated()
      where window.dilation > 1 && use.used == 1 && use.unused > 0 {
        report.add(
          .dilationBeyondMap(window, size, AxisName(axis, of: axes.count), node, in: network), about: node)
        break
      }
    }
  }
}

extension DiagnosticCode {
  static let dilationBeyondMap = DiagnosticCode(
    "W0923", "dilation-beyond-map", severity: .warning,
    explanation: """
      With a dilation as large as the map, all taps of a window but one lie in the padding wherever the window stands.
      The layer computes what a window of 1 would, its other weights are multiplied by zeros only, and the wide view
      that the dilation is for is not there. See L.-C. Chen and others, "Rethinking atrous convolution for semantic
      image segmentation", 2017, section 3.3.
      """,
    bad: """
      cnnc: 1
      model: centre_tap
      input: [N, 8, 14, 14]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 18, dilation: 18}
      """,
    good: """
      cnnc: 1
      model: all_taps
      input: [N, 8, 14, 14]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 6, dilation: 6}
      """)
}

extension Diagnostic {
  fileprivate static func dilationBeyondMap(
    _ window: AxisWindow, _ size: Int, _ axis: AxisName, _ node: Node, in network: LintedNetwork
  ) -> Diagnostic {
    Diagnostic(
      .dilationBeyondMap,
      "a dilation must be smaller than the map: at \(window.dilation) only 1 of the \(window.kernelSize) taps ever meets "
        + "the \(axis.counted(size)) of the input",
      at: Label(network.place(of: "dilation", in: node)),
      help: ["take a dilation of at most \(max(size - 1, 1)), or a window of 1"])
  }
}
