package import Graph
package import Tensors

/// Cross entropy between scores and classes: `-log(softmax(scores)[target])`, for scores `[N, C]` or `[N, C, ...]`.
///
/// The scores are raw: softmax is part of the loss, computed from the distances to the largest score. The target is
/// an `int64` class for each position, `[N]` or `[N, ...]`, or a probability for each class in the shape of the
/// scores. The mean is over the positions whose class is not `ignore_index`; with none it is NaN. `weight` counts each
/// class so often, and the mean is over the weights of the positions' classes; over the positions alone where the target
/// is probabilities, as in PyTorch. `label_smoothing: s` replaces the target by `(1 - s) * target + s / C`. A class
/// outside `0 ..< C` makes the loss NaN and its own gradient 0, where PyTorch stops. The gradient by the scores is
/// `softmax - target`, over the divisor of the mean.
package struct CrossEntropy: ClassLoss {
  package var weight: [Double]?
  package var labelSmoothing = 0.0
  package var ignoreIndex = -100
  package var reduction = Reduction.mean

  package static let name = "cross_entropy"
  package static let summary = "the cross entropy between scores and classes"
  package static let attributes: [Attribute<CrossEntropy>] = [
    weightAttribute,
    Attribute("label_smoothing", \.labelSmoothing, .within(0...1), "the share of the target spread over all classes"),
    ignoreIndexAttribute, reductionAttribute,
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [outputType(for: inputs, acceptsProbabilities: true, reporting: &violations)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    CrossEntropySteps(self, site).lower(in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    CrossEntropySteps(self, site.forward).lowerGradient(site, in: &lowering)
  }
}
