package import Graph
package import KernelInterface
package import Tensors

/// Bounded from both sides: `y = min(max(x, min_val), max_val)` for each element.
///
/// The shape does not change. The gradient is 0 at both bounds, as in PyTorch, where that of `clamp` is 1. NaN passes
/// through. `min_val` is below `max_val`.
package struct Hardtanh: ElementwiseActivation {
  package var minVal = -1.0
  package var maxVal = 1.0

  package static let name = "hardtanh"
  package static let summary = "min(max(x, min_val), max_val) of each element"
  package static let attributes: [Attribute<Hardtanh>] = [
    Attribute("min_val", \.minVal, .any, "the lower bound"), Attribute("max_val", \.maxVal, .any, "the upper bound"),
  ]
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    if minVal >= maxVal {
      violations.append(.boundsOutOfOrder(of: name, ("min_val", minVal), ("max_val", maxVal), mayBeEqual: false))
    }
    return [TensorType(inputs[0].shape)]
  }

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(minVal), beta: Float(maxVal)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.hardtanh }
}
