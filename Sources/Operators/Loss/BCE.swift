package import Graph
package import KernelInterface

/// Binary cross entropy between probabilities and targets of the same shape: the mean of
/// `-(t * log(x) + (1 - t) * log(1 - x))`.
///
/// Both lie from 0 to 1; a prediction outside makes the loss NaN, where PyTorch stops. Logarithms are at least -100, so a
/// wrong certainty costs 100 and not infinity. Raw scores belong into `bce_with_logits`, which keeps its digits. The
/// gradient by the prediction is `(x - t) / max(x * (1 - x), 1e-12)`. `reduction` is as for `mse`.
package struct BCE: ReducedPairwiseLoss {
  package var reduction = Reduction.mean

  package static let name = "bce"
  package static let summary = "the binary cross entropy between probabilities and a target"
  package static let attributes: [Attribute<BCE>] = [reductionAttribute]

  package init() {}

  package func function(in kernels: LossKernels) -> PairLoss { kernels.binaryCrossEntropy }
}
