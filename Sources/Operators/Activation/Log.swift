package import Graph
package import KernelInterface

/// The natural logarithm of each element.
///
/// The shape does not change. 0 gives -inf and a negative number NaN. The gradient is `upstream / x`.
package struct Log: ElementwiseActivation {
  package static let name = "log"
  package static let summary = "the natural logarithm of each element"
  package static let attributes: [Attribute<Log>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.log }
}
