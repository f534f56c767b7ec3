package import Graph
package import KernelInterface

/// Logistic function: `y = 1 / (1 + exp(-x))` for each element.
///
/// The shape does not change. Large magnitudes give exactly 0 and 1.
package struct Sigmoid: ElementwiseActivation {
  package static let name = "sigmoid"
  package static let summary = "1 / (1 + exp(-x)) of each element"
  package static let attributes: [Attribute<Sigmoid>] = []
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.sigmoid }
}
