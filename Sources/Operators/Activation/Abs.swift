package import Graph
package import KernelInterface

/// The magnitude of each element: `y = |x|`.
///
/// The shape does not change. The gradient is upstream times the sign of `x`, which is 0 at 0, as in PyTorch.
package struct Abs: ElementwiseActivation {
  package static let name = "abs"
  package static let summary = "the magnitude of each element"
  package static let attributes: [Attribute<Abs>] = []
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.abs }
}
