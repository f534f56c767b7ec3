package import Graph
package import KernelInterface

/// The square root of each element.
///
/// The shape does not change. A negative number gives NaN. The gradient is upstream over twice the result, so it is
/// infinite at 0.
package struct Sqrt: ElementwiseActivation {
  package static let name = "sqrt"
  package static let summary = "the square root of each element"
  package static let attributes: [Attribute<Sqrt>] = []
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.sqrt }
}
