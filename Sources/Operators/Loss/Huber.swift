package import Graph
package import KernelInterface

/// Squared error with straight arms: `d^2 / 2` for a distance `d` below `delta`, else `delta (d - delta / 2)` (Huber
/// 1964).
///
/// Prediction and target have the same shape. It is `delta` times `smooth_l1` with `beta: delta`, and the same for 1.
/// `reduction` is as for `mse`.
package struct Huber: ReducedPairwiseLoss {
  package var delta = 1.0
  package var reduction = Reduction.mean

  package static let name = "huber"
  package static let summary = "half the mean squared error, linear above delta"
  package static let attributes: [Attribute<Huber>] = [
    Attribute("delta", \.delta, .positive, "where the straight arms begin"), reductionAttribute,
  ]

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(delta), beta: Float(delta)) }
  package func function(in kernels: LossKernels) -> PairLoss { kernels.smoothError }
}
