package import Graph
package import KernelInterface

/// The opposite of each element: `y = -x`.
///
/// The shape does not change.
package struct Neg: ElementwiseActivation {
  package static let name = "neg"
  package static let summary = "the opposite of each element"
  package static let attributes: [Attribute<Neg>] = []
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.neg }
}
