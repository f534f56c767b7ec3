package import Graph
package import KernelInterface

/// Gaussian error linear unit: `y = x * P(Z <= x)` for a standard normal `Z`, for each element.
///
/// `approximate: tanh` computes `x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2`, which differs by up to 5e-4. The
/// shape does not change. PyTorch, ONNX and Keras 3 are exact by default; many published transformers were trained
/// with the approximation.
package struct Gelu: ElementwiseActivation {
  package enum Approximation: String, AttributeChoice { case none, tanh }

  package var approximate = Approximation.none

  package static let name = "gelu"
  package static let summary = "x times the normal distribution function of x, of each element"
  package static let attributes: [Attribute<Gelu>] = [
    Attribute("approximate", \.approximate, .any, "none is exact, tanh a faster formula")
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction {
    approximate == .none ? kernels.gelu : kernels.geluTanh
  }
}
