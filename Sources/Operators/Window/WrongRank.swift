package import Diagnostics
package import Graph
package import Tensors

extension Violation {
  /// An input with another number of axes than the operator works on, which are given by name.
  package static func wrongRank(_ shape: Shape, expected: [String], input: Int = 0) -> Violation {
    var help: [String] = []
    if expected.count == shape.rank + 1 {
      help.append("write the batch axis too, as in [\(expected.joined(separator: ", "))]")
    }
    return Violation(
      .wrongRank,
      "an input must have \(expected.count) axes [\(expected.joined(separator: ", "))]:"
        + " \(shape) has \(shape.rank)",
      label: "works on [\(expected.joined(separator: ", "))]",
      remarks: [.init(.input(input), "produces \(shape)")], help: help)
  }
}

extension DiagnosticCode {
  package static let wrongRank = DiagnosticCode(
    "E0304", "wrong-rank",
    explanation: """
      An operator works on inputs with a fixed number of axes: `conv2d` on `[N, C, H, W]`, `conv1d` on `[N, C, L]`.
      The batch axis `N` is always written, and no axis is added or removed silently.
      """,
    bad: """
      cnnc: 1
      model: wrong_rank
      input: [N, 3, 32]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}
      """,
    good: """
      cnnc: 1
      model: right_rank
      input: [N, 3, 32]
      layers:
        - conv1d: {out_channels: 8, kernel_size: 3}
      """)
}
