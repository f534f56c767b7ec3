package import Diagnostics
package import Graph
package import Tensors

extension Violation {
  /// An input with another number of axes than the operator works on, which are given by name.
  package static func wrongRank(_ shape: Shape, expected: [String], input: Int = 0) -> Violation {
    return Violation(
      .wrongRank,
      "an input must have \(expected.count) axes [\(expected.joined(separator: ", "))]:"
        + " \(shape) has \(shape.rank)",
      label: "works on [\(expected.joined(separator: ", "))]",
      remarks: [.init(.input(input), "produces \(shape)")], help: missingAxis(shape, expected))
  }

  /// The axis that an input with one too few lacks, with the shape that it would be: its batch, or its channels.
  private static func missingAxis(_ shape: Shape, _ expected: [String]) -> [String] {
    guard expected.count == shape.rank + 1, let first = shape.dimensions.first else { return [] }
    let batch = "write the batch axis too, as in \(Shape([.symbol("N")] + shape.dimensions))"
    guard expected.count > 2, expected[1] == "C" else { return [batch] }
    let channels = "write the axis of a single channel too, as in \(Shape([first, 1] + shape.dimensions.dropFirst()))"
    guard let size = first.value else {
      return shape.rank == 3 ? [channels, "or use a 1-d operator, which works on [N, C, L]"] : [channels]
    }
    return [1, 3, 4].contains(size) ? [batch] : [channels, batch]
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
