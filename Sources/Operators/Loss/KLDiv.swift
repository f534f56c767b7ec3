package import Graph
package import KernelInterface

/// Kullback-Leibler divergence of a target distribution from a predicted one: the sum of `t * (log(t) - x)`.
///
/// The prediction is logarithms, as `log_softmax` makes them; the target is probabilities of the same shape, or their
/// logarithms with `log_target: true`. A target of 0 adds 0. `reduction: mean`, PyTorch's default, divides by all
/// elements; the divergence as the books define it is `batchmean`, which divides by the batch. The gradient by the
/// prediction is `-t`.
package struct KLDiv: PairwiseLoss {
  /// What becomes of the losses of all elements.
  package enum Reduction: String, AttributeChoice { case mean, batchmean, sum, none }

  package var logTarget = false
  package var reduction = Reduction.mean

  package static let name = "kl_div"
  package static let summary = "the Kullback-Leibler divergence of a target from predicted logarithms"
  package static let attributes: [Attribute<KLDiv>] = [
    Attribute("log_target", \.logTarget, .any, "whether the target is logarithms too"),
    Attribute("reduction", \.reduction, .any, "what becomes of the losses of all elements"),
  ]

  package init() {}

  package func function(in kernels: LossKernels) -> PairLoss {
    logTarget ? kernels.divergenceOfLogarithms : kernels.divergence
  }

  package func divisor(for prediction: [Int]) -> Int? {
    switch reduction {
    case .mean: prediction.reduce(1, *)
    case .batchmean: prediction.first ?? 1
    case .sum: 1
    case .none: nil
    }
  }
}
