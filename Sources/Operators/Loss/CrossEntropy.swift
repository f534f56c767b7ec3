package import Graph
package import Tensors

/// Cross entropy between scores and classes: `-log(softmax(scores)[target])`, for scores `[N, C]` or `[N, C, ...]`.
///
/// The scores are raw: softmax is part of the loss, computed from the distances to the largest score. The target is
/// an `int64` class for each position, `[N]` or `[N, ...]`, or a probability for each class in the shape of the
/// scores. The mean is over the positions whose class is not `ignore_index`; with none it is NaN.
/// `label_smoothing: s` replaces the target by `(1 - s) * target + s / C`. A class outside `0 ..< C` makes the loss
/// NaN and its own gradient 0, where PyTorch stops. The gradient by the scores is `softmax - target`, over the
/// divisor of the mean.
package struct CrossEntropy: LossOperator {
  package var labelSmoothing = 0.0
  package var ignoreIndex = -100
  package var reduction = Reduction.mean

  package static let name = "cross_entropy"
  package static let summary = "the cross entropy between scores and classes"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<CrossEntropy>] = [
    Attribute("label_smoothing", \.labelSmoothing, .within(0...1), "the share of the target spread over all classes"),
    Attribute("ignore_index", \.ignoreIndex, .any, "a class whose positions do not count"),
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all positions"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func targetType(for prediction: TensorType) -> TensorType {
    TensorType(prediction.shape.map(positions), .int64)
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat([inputs[0]], reporting: &violations)
    let shape = inputs[0].shape.map(positions)
    let result = [TensorType(reduction == .none ? shape : Shape([Dimension]()))]
    guard inputs[1].dtype == .int64 || inputs[1].dtype == .float32 else {
      violations.append(.wrongType(inputs[1].dtype, of: name, expected: .int64, input: 1))
      return result
    }
    guard let scores = inputs[0].shape else { return result }
    guard scores.rank >= 2 else {
      violations.append(.wrongRank(scores, expected: ["N", "C"]))
      return result
    }
    let wanted = inputs[1].dtype == .int64 ? positions(scores) : scores
    if let target = inputs[1].shape, !fits(target, wanted) {
      violations.append(.targetShape(target, inputs[1].dtype, wanted: wanted, scores: scores))
    }
    return result
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    CrossEntropySteps(self, site).lower(in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    CrossEntropySteps(self, site.forward).lowerGradient(site, in: &lowering)
  }

  /// The shape without its classes.
  private func positions(_ scores: Shape) -> Shape {
    Shape(Array(scores.dimensions.prefix(1) + scores.dimensions.dropFirst(2)))
  }

  private func fits(_ target: Shape, _ wanted: Shape) -> Bool {
    target.rank == wanted.rank
      && zip(target.dimensions, wanted.dimensions).allSatisfy { ($0 - $1).value.map { $0 == 0 } ?? true }
  }
}
