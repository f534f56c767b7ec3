package import Graph
package import KernelInterface

/// Continuously differentiable exponential linear unit: `y = x` above 0, else `alpha * (exp(x / alpha) - 1)`, for each
/// element (Barron 2017).
///
/// The shape does not change. Unlike `elu` its slope at 0 is 1 for every `alpha`.
package struct Celu: ElementwiseActivation {
  package var alpha = 1.0

  package static let name = "celu"
  package static let summary = "x above 0, else alpha * (exp(x / alpha) - 1), of each element"
  package static let primaryAttribute: String? = "alpha"
  package static let attributes: [Attribute<Celu>] = [
    Attribute("alpha", \.alpha, .positive, "the bound of negative elements, and the scale of their exponentials")
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(alpha), beta: Float(1 / alpha)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.elu }
}
