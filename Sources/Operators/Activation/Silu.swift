package import Graph
package import KernelInterface

/// Sigmoid linear unit, also called swish: `y = x / (1 + exp(-x))` for each element.
///
/// The shape does not change. Far below 0 the result tends to 0; -inf gives NaN, as in PyTorch.
package struct Silu: ElementwiseActivation {
  package static let name = "silu"
  package static let summary = "x * sigmoid(x) of each element"
  package static let attributes: [Attribute<Silu>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.silu }
}
