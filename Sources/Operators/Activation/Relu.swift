package import Graph
package import KernelInterface

/// Rectified linear unit: `y = max(x, 0)` for each element.
///
/// The shape does not change. The gradient at 0 is 0, as in PyTorch. NaN passes through.
package struct Relu: ElementwiseActivation {
  package static let name = "relu"
  package static let summary = "max(x, 0) of each element"
  package static let attributes: [Attribute<Relu>] = []
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.relu }
}
