package import Graph
package import KernelInterface

/// Mean squared error between a prediction and a target of the same shape: the mean of `(prediction - target)^2`.
///
/// `reduction: sum` adds the squares, `none` keeps one for each element. The mean is over all elements, the batch
/// included. The gradient by the prediction is `2 (prediction - target)`, over the number of elements for the mean;
/// by the target it is the opposite.
package struct MSE: ReducedPairwiseLoss {
  package var reduction = Reduction.mean

  package static let name = "mse"
  package static let summary = "the mean squared error between a prediction and a target"
  package static let attributes: [Attribute<MSE>] = [reductionAttribute]

  package init() {}

  package func function(in kernels: LossKernels) -> PairLoss { kernels.squaredError }
}
