package import Diagnostics
import Graph
import Operators

/// Transposed convolutions whose windows overlap at some output positions more than at others.
package enum UnevenOverlap: Lint {
  package static let code = DiagnosticCode.unevenOverlap

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for node in network.graph.nodes {
      guard let transposed = node.operation as? any TransposedOperator else { continue }
      let windows = transposed.outputWindows
      for (axis, window) in windows.enumerated() where window.stride <= 64 && window.kernelSize <= 1024 {
        let counts = counts(of: window)
        guard Set(counts).count > 1 else { continue }
        report.add(.unevenOverlap(window, counts, AxisName(axis, of: windows.count), node, in: network), about: node)
        break
      }
    }
  }

  /// How many taps add up at each of the positions between two windows.
  private static func counts(of window: AxisWindow) -> [Int] {
    var counts = Array(repeating: 0, count: window.stride)
    for tap in 0..<window.kernelSize { counts[tap * window.dilation % window.stride] += 1 }
    return counts
  }
}

extension DiagnosticCode {
  static let unevenOverlap = DiagnosticCode(
    "W0922", "uneven-overlap", severity: .warning,
    explanation: """
      A transposed convolution lays a window for each input position, `stride` apart, and adds up where they overlap.
      When the stride does not divide the kernel, some output positions are sums of more taps than others, in a
      regular pattern that training has to undo; it shows as a checkerboard. A kernel smaller than the stride even leaves
      positions that nothing but the bias reaches.

      Take a kernel that is a multiple of the stride, such as 4 for a stride of 2, or enlarge with `upsample` and convolve.
      See A. Odena, V. Dumoulin, C. Olah, "Deconvolution and checkerboard artifacts", 2016.
      """,
    bad: """
      cnnc: 1
      model: checkerboard
      input: [N, 8, 16, 16]
      layers:
        - conv_transpose2d: {out_channels: 8, kernel_size: 3, stride: 2, padding: 1, output_padding: 1}
      """,
    good: """
      cnnc: 1
      model: even
      input: [N, 8, 16, 16]
      layers:
        - conv_transpose2d: {out_channels: 8, kernel_size: 4, stride: 2, padding: 1}
      """)
}

extension Diagnostic {
  fileprivate static func unevenOverlap(
    _ window: AxisWindow, _ counts: [Int], _ axis: AxisName, _ node: Node, in network: LintedNetwork
  ) -> Diagnostic {
    let taps = counts.prefix(6).map { "\($0)" }.joined(separator: ", ") + (counts.count > 6 ? ", ..." : "")
    let multiple = (window.kernelSize + window.stride - 1) / window.stride * window.stride
    return Diagnostic(
      .unevenOverlap,
      "the kernel of a transposed convolution should be a multiple of its stride: \(window.kernelSize) at stride "
        + "\(window.stride) makes the \(axis.plural) of the output sums of \(taps) taps in turn",
      at: Label(network.place(of: "kernel_size", in: node)),
      help: ["take kernel_size \(multiple) and fit the padding, or enlarge with 'upsample' and convolve"])
  }
}
