package import Graph
package import KernelInterface

/// Mean absolute error between a prediction and a target of the same shape: the mean of `|prediction - target|`.
///
/// `reduction: sum` adds the distances, `none` keeps one for each element. The gradient by the prediction is the sign of
/// the difference, 0 where both are equal, over the number of elements for the mean; by the target it is the opposite.
package struct L1: ReducedPairwiseLoss {
  package var reduction = Reduction.mean

  package static let name = "l1"
  package static let summary = "the mean absolute error between a prediction and a target"
  package static let attributes: [Attribute<L1>] = [reductionAttribute]

  package init() {}

  package func function(in kernels: LossKernels) -> PairLoss { kernels.absoluteError }
}
