package import Graph
package import KernelInterface

/// Scaled exponential linear unit: `y = scale * x` above 0, else `scale * alpha * (exp(x) - 1)`, for each element
/// (Klambauer and others 2017).
///
/// `scale` is 1.0507009873554805 and `alpha` 1.6732632423543772, which keep mean 0 and variance 1 from layer to layer.
/// The shape does not change. The gradient at 0 is `scale * alpha`, as in PyTorch.
package struct Selu: ElementwiseActivation {
  package static let name = "selu"
  package static let summary = "scale * x above 0, else scale * alpha * (exp(x) - 1), of each element"
  package static let attributes: [Attribute<Selu>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.selu }
}
