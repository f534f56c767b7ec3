package import Diagnostics
import Graph
import Operators

/// Dilated windows so wide that only one tap ever meets the map.
package enum DilationBeyondMap: Lint {
  package static let code = DiagnosticCode.dilationBeyondMap

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    let found = network.convolutions { $0.window.dilation > 1 && $0.use.used == 1 && $0.use.unused > 0 }
    for (node, axis) in found { report.add(.dilationBeyondMap(axis, node, in: network), about: node) }
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
    _ axis: TappedAxis, _ node: Node, in network: LintedNetwork
  ) -> Diagnostic {
    Diagnostic(
      .dilationBeyondMap,
      "a dilation must be smaller than the map: at \(axis.window.dilation) only 1 of the \(axis.use.all) taps ever meets "
        + "the \(axis.name.counted(axis.size)) of the input",
      at: Label(network.place(of: "dilation", in: node)),
      help: ["take a dilation of at most \(max(axis.size - 1, 1)), or a window of 1"])
  }
}
