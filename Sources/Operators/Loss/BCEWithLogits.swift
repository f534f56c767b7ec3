package import Graph
package import KernelInterface

/// Binary cross entropy between raw scores and targets of the same shape: `bce` of `sigmoid(x)`, the mean of
/// `(1 - t) * x + (1 + (pos_weight - 1) * t) * log(1 + exp(-x))`.
///
/// Nothing overflows, and certain predictions keep their digits, which `sigmoid` before `bce` loses. `pos_weight` is how
/// often a positive counts; PyTorch takes one for each class too. The gradient by the score is `sigmoid(x) - t` when it
/// is 1. `reduction` is as for `mse`.
package struct BCEWithLogits: ReducedPairwiseLoss {
  package var posWeight = 1.0
  package var reduction = Reduction.mean

  package static let name = "bce_with_logits"
  package static let summary = "the binary cross entropy between raw scores and a target"
  package static let attributes: [Attribute<BCEWithLogits>] = [
    Attribute("pos_weight", \.posWeight, .positive, "how often a positive counts"), reductionAttribute,
  ]

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(posWeight)) }
  package func function(in kernels: LossKernels) -> PairLoss { kernels.binaryCrossEntropyOfLogits }
}
