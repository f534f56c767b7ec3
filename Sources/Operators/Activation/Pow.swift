package import Graph
package import KernelInterface

/// A power with a constant exponent: `y = x^exponent` for each element.
///
/// The shape does not change. A negative element gives NaN unless the exponent is a whole number. The exponents 0.5 and
/// -0.5 are a square root and its inverse, as in PyTorch, whose power of -inf is NaN and not infinite. The gradient is
/// `upstream * exponent * x^(exponent - 1)`, and 0 for exponent 0.
package struct Pow: ElementwiseActivation {
  package var exponent = 2.0

  package static let name = "pow"
  package static let summary = "each element to the power exponent"
  package static let primaryAttribute: String? = "exponent"
  package static let attributes: [Attribute<Pow>] = [
    Attribute("exponent", \.exponent, required: true, .any, "the constant exponent")
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(exponent)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.pow }
}
