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

extension Violation {
  /// Another number of class weights than there are classes.
  static func classWeights(_ count: Int, scores: Shape) -> Violation {
    Violation(
      .classWeights,
      "'weight' must have one number for each class: it has \(count), the scores \(scores) have \(scores[1])",
      at: .attribute("weight"), label: "\(count) weights", remarks: [.init(.input(0), "produces \(scores)")])
  }
}

extension DiagnosticCode {
  package static let classWeights = DiagnosticCode(
    "E0442", "class-weights",
    explanation: """
      The `weight` of a loss of classes has one number for each class, which is axis 1 of the scores `[N, C, ...]`.
      """,
    bad: """
      cnnc: 1
      model: class_weights
      inputs: {scores: [N, 3], target: {shape: [N], dtype: int64}}
      layers:
        - cross_entropy: {from: [scores, target], weight: [1, 2]}
      """,
    good: """
      cnnc: 1
      model: weighted_classes
      inputs: {scores: [N, 3], target: {shape: [N], dtype: int64}}
      layers:
        - cross_entropy: {from: [scores, target], weight: [1, 2, 0.5]}
      """)

  package static let targetShape = DiagnosticCode(
    "E0319", "target-shape",
    explanation: """
      For scores `[N, C, ...]` the target of `cross_entropy` and `nll` is a class for each position, `[N, ...]` of type
      `int64`. For `cross_entropy` it may be a probability for each class, `[N, C, ...]` of type `float32`.
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
