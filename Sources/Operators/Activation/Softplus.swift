package import Graph
package import KernelInterface

/// Smooth form of relu: `y = log(1 + exp(beta * x)) / beta` for each element, and `x` where `beta * x` is above
/// `threshold`.
///
/// The shape does not change. It is computed from `exp(-|beta * x|)`, so nothing overflows and small results keep their
/// digits. At the default threshold the step to `x` is below float32's rounding.
package struct Softplus: ElementwiseActivation {
  package var beta = 1.0
  package var threshold = 20.0

  package static let name = "softplus"
  package static let summary = "log(1 + exp(beta * x)) / beta of each element"
  package static let attributes: [Attribute<Softplus>] = [
    Attribute("beta", \.beta, .positive, "how sharp the bend is"),
    Attribute("threshold", \.threshold, .any, "above which beta * x the result is x"),
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(beta), beta: Float(threshold)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.softplus }
}
