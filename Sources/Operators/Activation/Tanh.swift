package import Graph
package import KernelInterface

/// Hyperbolic tangent of each element.
///
/// The shape does not change. Results are within 2 units in the last place.
package struct Tanh: ElementwiseActivation {
  package static let name = "tanh"
  package static let summary = "the hyperbolic tangent of each element"
  package static let attributes: [Attribute<Tanh>] = []
  package static let gradientReads = SavedTensor.output

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.tanh }
}
