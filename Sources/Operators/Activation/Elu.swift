package import Graph
package import KernelInterface

/// Exponential linear unit: `y = x` above 0, else `alpha * (exp(x) - 1)`, for each element (Clevert and others 2016).
///
/// The shape does not change. Far below 0 the result tends to `-alpha`. The gradient at 0 is `alpha`, as in PyTorch.
package struct Elu: ElementwiseActivation {
  package var alpha = 1.0

  package static let name = "elu"
  package static let summary = "x above 0, else alpha * (exp(x) - 1), of each element"
  package static let primaryAttribute: String? = "alpha"
  package static let attributes: [Attribute<Elu>] = [
    Attribute("alpha", \.alpha, .any, "the factor of negative elements' exponentials")
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(alpha), beta: 1) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.elu }
}
