package import Diagnostics
import Graph
import Tensors

/// Axes counted from 0, or from the end as negative numbers.
enum AxisIndex {
  /// The axis from 0 on, or nil when there is none of this number.
  static func resolve(_ axis: Int, rank: Int) -> Int? {
    axis >= 0 ? (axis < rank ? axis : nil) : (axis >= -rank ? axis + rank : nil)
  }

  /// The axis from 0 on; reports a number that the input has no axis for.
  static func resolve(
    _ axis: Int, attribute: String, in shape: Shape, reporting violations: inout [Violation]
  ) -> Int? {
    if let index = resolve(axis, rank: shape.rank) { return index }
    let range = shape.rank == 0 ? "it has no axes" : "its axes are -\(shape.rank) to \(shape.rank - 1)"
    violations.append(
      Violation(
        .noSuchAxis, "'\(attribute)' must name an axis of the input \(shape): \(range), not \(axis)",
        at: .attribute(attribute), label: "no axis \(axis)", remarks: [.init(.input(0), "produces \(shape)")]))
    return nil
  }
}

extension DiagnosticCode {
  package static let noSuchAxis = DiagnosticCode(
    "E0311", "no-such-axis",
    explanation: """
      Axes count from 0 at the batch, so `[N, C, H, W]` has the axes 0 to 3; negative numbers count from the end, -1
      being the last.
      """,
    bad: """
      cnnc: 1
      model: no_such_axis
      input: [N, 10]
      layers:
        - softmax: {dim: 2}
      """,
    good: """
      cnnc: 1
      model: last_axis
      input: [N, 10]
      layers:
        - softmax: {dim: 1}
      """)
}
