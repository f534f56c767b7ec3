package import Diagnostics
import Graph
import Operators

/// Layers that could see far more than the input has.
package enum LargeReceptiveField: Lint {
  package static let code = DiagnosticCode.largeReceptiveField
  package static let isOptional = true
  /// How many times as large as the input a field is far larger.
  private static let excess = 4

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    guard let input = network.inputSizes, input.count <= 3 else { return }
    for node in network.graph.nodes {
      guard let field = node.outputs.first.flatMap({ network.field.axes(of: $0) }), field.count == input.count,
        let axis = field.indices.first(where: { field[$0].size / excess > input[$0] })
      else { continue }
      report.add(
        .largeReceptiveField(field[axis].size, of: input[axis], AxisName(axis, of: field.count), node), about: node)
      return
    }
  }
}

extension DiagnosticCode {
  static let largeReceptiveField = DiagnosticCode(
    "W0926", "large-receptive-field", severity: .note,
    explanation: """
      A layer's windows reach over more than four times the input, so most of what they could see is padding. Deep
      networks on small images have it, and layers at the end may then be of little use; a smaller stride at the
      beginning, or fewer layers, suit small images better. See M. L. Richter and others, "Should you go deeper?
      Optimizing convolutional neural network architectures without training", 2021.

      This lint is silent unless the file gives it a severity in `lint`.
      """,
    bad: """
      cnnc: 1
      model: far_sighted
      input: [N, 3, 32, 32]
      layers:
        - each: {d: [1, 2, 4, 8, 16, 32, 64]}
          conv2d: {out_channels: 4, kernel_size: 3, padding: $d, dilation: $d}
      lint: {large_receptive_field: note, consecutive_linear: off, dilation_beyond_map: off}
      """,
    good: """
      cnnc: 1
      model: well_sighted
      input: [N, 3, 32, 32]
      layers:
        - each: {d: [1, 2, 4, 8]}
          conv2d: {out_channels: 4, kernel_size: 3, padding: $d, dilation: $d}
      lint: {large_receptive_field: note, consecutive_linear: off}
      """)
}

extension Diagnostic {
  fileprivate static func largeReceptiveField(_ size: Int, of input: Int, _ axis: AxisName, _ node: Node) -> Diagnostic
  {
    Diagnostic(
      .largeReceptiveField,
      "the windows up to here reach over \(axis.counted(size)), of which the input has \(input)",
      at: Label(node.origin.span))
  }
}
