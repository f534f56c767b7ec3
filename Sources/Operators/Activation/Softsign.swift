package import Graph
package import KernelInterface

/// Bounded by a quotient: `y = x / (1 + |x|)` for each element.
///
/// The shape does not change. An infinity gives NaN, as in PyTorch.
package struct Softsign: ElementwiseActivation {
  package static let name = "softsign"
  package static let summary = "x / (1 + |x|) of each element"
  package static let attributes: [Attribute<Softsign>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.softsign }
}
