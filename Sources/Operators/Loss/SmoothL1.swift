package import Graph
package import KernelInterface

/// Absolute error with a parabola at its corner: `d^2 / (2 beta)` for a distance `d` below `beta`, else `d - beta / 2`
/// (Fast R-CNN, Girshick 2015).
///
/// Prediction and target have the same shape. Its slope far from the target is 1 for every `beta`, where that of `huber`
/// is `delta`; `beta: 0` is `l1`. `reduction` is as for `mse`.
package struct SmoothL1: ReducedPairwiseLoss {
  package var beta = 1.0
  package var reduction = Reduction.mean

  package static let name = "smooth_l1"
  package static let summary = "the mean absolute error, with a parabola below beta"
  package static let attributes: [Attribute<SmoothL1>] = [
    Attribute("beta", \.beta, AttributeConstraint("must be at least 0") { $0 >= 0 }, "where the parabola ends"),
    reductionAttribute,
  ]

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(beta), beta: 1) }
  package func function(in kernels: LossKernels) -> PairLoss {
    beta == 0 ? kernels.absoluteError : kernels.smoothError
  }
}
