package import Diagnostics
import Elaborator
import Graph
import Operators
import Tensors

/// Rows and columns of the input that no output ever reads, though no layer by itself says so.
package enum UnreadPixels: Lint {
  package static let code = DiagnosticCode.unreadPixels

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    let graph = network.graph
    let rank = graph.inputs.compactMap { graph[$0.value].type.shape?.rank }.max() ?? 0
    guard (3...5).contains(rank) else { return }
    let coverage = (0..<rank - 2).map { PixelCoverage(graph, axis: $0, rule: .excusingLayers).counts }
    for (index, port) in graph.inputs.enumerated() where !network.readers[port.value.index].isEmpty {
      let unread = coverage.map { axis in
        axis[index].map { counts in counts.indices.filter { counts[$0] == 0 } } ?? []
      }
      guard unread.contains(where: { !$0.isEmpty }),
        let input = network.sections.inputs.first(where: { $0.value == port.value })
      else { continue }
      let sizes = coverage.map { $0[index]?.count ?? 0 }
      report.add(.unreadPixels(of: port.name, unread, sizes, at: input.span))
    }
  }
}

extension DiagnosticCode {
  static let unreadPixels = DiagnosticCode(
    "W0921", "unread-pixels", severity: .warning,
    explanation: """
      Some positions of the input change no output, whatever the weights: a stride and a dilation with a common divisor
      meet every second position only, or later layers leave out what earlier ones would have read. Half of the pixels
      are then paid for and ignored.

      What a single layer leaves out by its own rule is reported at that layer (`pixels-never-read`, `strided-skip`)
      and not here; crops and slices are meant.
      """,
    bad: """
      cnnc: 1
      model: every_second
      input: [N, 3, 9, 9]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, stride: 2, padding: 2, dilation: 2}
      """,
    good: """
      cnnc: 1
      model: every_pixel
      input: [N, 3, 9, 9]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, stride: 2, padding: 1}
      """)
}

extension Diagnostic {
  fileprivate static func unreadPixels(of input: String, _ unread: [[Int]], _ sizes: [Int], at span: Span) -> Diagnostic
  {
    let parts = unread.indices.filter { !unread[$0].isEmpty }.map { index in
      let axis = AxisName(index, of: unread.count)
      let positions = unread[index].prefix(4).map { "\($0)" } + (unread[index].count > 4 ? ["..."] : [])
      return "\(unread[index].count) of \(axis.counted(sizes[index])) (\(positions.joined(separator: ", ")))"
    }
    return Diagnostic(
      .unreadPixels, "every pixel of '\(input)' must reach an output: \(parts.joined(separator: " and ")) reach none",
      at: Label(span), help: ["change a stride or a dilation so that they have no common divisor"])
  }
}
