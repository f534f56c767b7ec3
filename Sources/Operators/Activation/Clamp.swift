package import Graph
package import KernelInterface
package import Tensors

/// Bounded from below, above or both: `y = min(max(x, min), max)` for each element.
///
/// The shape does not change. At least one bound is written. The gradient is 1 at a bound, as in PyTorch, where that of
/// `hardtanh` is 0. NaN passes through with gradient 0.
package struct Clamp: ElementwiseActivation {
  package var min: Double?
  package var max: Double?

  package static let name = "clamp"
  package static let summary = "min(max(x, min), max) of each element"
  package static let attributes: [Attribute<Clamp>] = [
    Attribute("min", \.min, .any, "the lower bound; null is none"),
    Attribute("max", \.max, .any, "the upper bound; null is none"),
  ]
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    if let min, let max, min > max {
      violations.append(.boundsOutOfOrder(of: name, ("min", min), ("max", max), mayBeEqual: true))
    } else if min == nil, max == nil {
      violations.append(Violation(.missingBound, "'clamp' must have a bound: neither 'min' nor 'max' is written"))
    }
    return [TensorType(inputs[0].shape)]
  }

  package var constants: FunctionConstants {
    FunctionConstants(alpha: min.map { Float($0) } ?? -.infinity, beta: max.map { Float($0) } ?? .infinity)
  }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.clamp }
}
