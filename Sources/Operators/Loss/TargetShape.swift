package import Diagnostics
import Graph
import Tensors

extension Violation {
  /// A target whose shape does not belong to the scores.
  static func targetShape(_ target: Shape, _ dtype: DType, wanted: Shape, scores: Shape) -> Violation {
    let what = dtype == .int64 ? "classes" : "probabilities"
    return Violation(
      .targetShape, "the \(what) for scores \(scores) must have the shape \(wanted): the target has \(target)",
      remarks: [.init(.input(0), "produces \(scores)"), .init(.input(1), "produces \(target)")])
  }
}

extension DiagnosticCode {
  package static let targetShape = DiagnosticCode(
    "E0319", "target-shape",
    explanation: """
      For scores `[N, C, ...]` the target of `cross_entropy` is a class for each position, `[N, ...]` of type `int64`, or
      a probability for each class, `[N, C, ...]` of type `float32`.
      """,
    bad: """
      cnnc: 1
      model: target_shape
      inputs: {scores: [N, 10], target: {shape: [N, 1], dtype: int64}}
      layers:
        - cross_entropy: {from: [scores, target]}
      """,
    good: """
      cnnc: 1
      model: fitting_target
      inputs: {scores: [N, 10], target: {shape: [N], dtype: int64}}
      layers:
        - cross_entropy: {from: [scores, target]}
      """)
}
