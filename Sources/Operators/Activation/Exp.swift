package import Graph
package import KernelInterface

/// The exponential of each element.
///
/// The shape does not change. Above 88.7 it is infinite. The gradient is upstream times the result.
package struct Exp: ElementwiseActivation {
  package static let name = "exp"
  package static let summary = "the exponential of each element"
  package static let attributes: [Attribute<Exp>] = []
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.exp }
}
