package import Graph
package import KernelInterface

/// Rectified linear unit with a ceiling: `y = min(max(x, 0), 6)` for each element.
///
/// The shape does not change. The gradient is 0 at both bounds, as in PyTorch. NaN passes through.
package struct Relu6: ElementwiseActivation {
  package static let name = "relu6"
  package static let summary = "min(max(x, 0), 6) of each element"
  package static let attributes: [Attribute<Relu6>] = []
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.relu6 }
}
