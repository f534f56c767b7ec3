package import Diagnostics
import Graph
import Operators

/// Kernels larger than the map, some of whose taps only ever meet padding.
package enum KernelBeyondMap: Lint {
  package static let code = DiagnosticCode.kernelBeyondMap

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    let found = network.convolutions { axis in
      axis.use.unused > 0 && axis.window.kernelSize > axis.size && (axis.window.dilation == 1 || axis.use.used > 1)
    }
    for (node, axis) in found { report.add(.kernelBeyondMap(axis, node, in: network), about: node) }
  }
}

extension DiagnosticCode {
  static let kernelBeyondMap = DiagnosticCode(
    "W0924", "kernel-beyond-map", severity: .warning,
    explanation: """
      A kernel larger than the map fits only because of the padding, and its outer taps may lie in the padding wherever
      the window stands. Their weights are multiplied by zeros only: they are stored and computed with, and never
      trained. It happens at the end of networks that are given smaller images than they were made for.
      """,
    bad: """
      cnnc: 1
      model: outer_taps
      input: [N, 8, 2, 2]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 5, padding: 2}
      """,
    good: """
      cnnc: 1
      model: fitting
      input: [N, 8, 2, 2]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  fileprivate static func kernelBeyondMap(
    _ axis: TappedAxis, _ node: Node, in network: LintedNetwork
  ) -> Diagnostic {
    Diagnostic(
      .kernelBeyondMap,
      "a kernel must not be larger than the map: \(axis.use.unused) of its \(axis.name.counted(axis.use.all)) only ever meet padding, "
        + "the input has \(axis.size)",
      at: Label(network.place(of: "kernel_size", in: node)))
  }
}
