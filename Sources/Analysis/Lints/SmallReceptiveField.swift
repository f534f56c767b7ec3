package import Diagnostics
import Graph
import Operators

/// Outputs whose positions do not see the whole input.
package enum SmallReceptiveField: Lint {
  package static let code = DiagnosticCode.smallReceptiveField
  package static let isOptional = true

  package static func check(_ network: LintedNetwork, reporting report: inout LintReport) {
    for port in network.graph.outputs {
      guard let producer = network.graph[port.value].producer, let field = network.field.axes(of: port.value),
        let input = network.inputSizes, field.count == input.count, field.count <= 3,
        let axis = field.indices.first(where: { field[$0].advance > 0 && field[$0].size < input[$0] })
      else { continue }
      let node = network.graph[producer]
      report.add(
        .smallReceptiveField(field[axis].size, of: input[axis], AxisName(axis, of: field.count), port.name, node),
        about: node)
      return
    }
  }
}

extension DiagnosticCode {
  static let smallReceptiveField = DiagnosticCode(
    "W0925", "small-receptive-field", severity: .note,
    explanation: """
      Every position of the output sees only a part of the input, so what is far away cannot matter for it. Networks for
      local tasks, such as denoising, are made so; where the whole image should count, more layers, strides or
      dilations are missing. `cnnc summary` shows where the field grows.

      This lint is silent unless the file gives it a severity in `lint`.
      """,
    bad: """
      cnnc: 1
      model: short_sighted
      input: [N, 3, 64, 64]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {out_channels: 2, kernel_size: 3, padding: 1}
      lint: {small_receptive_field: note}
      """,
    good: """
      cnnc: 1
      model: all_seeing
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 5, padding: 2}
        - relu
        - conv2d: {out_channels: 2, kernel_size: 5, padding: 2}
      lint: {small_receptive_field: note}
      """)
}

extension Diagnostic {
  fileprivate static func smallReceptiveField(
    _ size: Int, of input: Int, _ axis: AxisName, _ output: String, _ node: Node
  ) -> Diagnostic {
    Diagnostic(
      .smallReceptiveField,
      "the output '\(output)' sees \(axis.counted(size)) of the \(input) that the input has",
      at: Label(node.origin.span))
  }
}
