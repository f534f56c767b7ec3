package import Graph
package import KernelInterface

/// Self-regularised activation: `y = x * tanh(log(1 + exp(x)))` for each element (Misra 2020).
///
/// The shape does not change. Far below 0 the result tends to 0; -inf gives NaN, as in PyTorch.
package struct Mish: ElementwiseActivation {
  package static let name = "mish"
  package static let summary = "x * tanh(log(1 + exp(x))) of each element"
  package static let attributes: [Attribute<Mish>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.mish }
}
