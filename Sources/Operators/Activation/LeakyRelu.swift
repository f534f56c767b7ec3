package import Graph
package import KernelInterface

/// Leaky rectified linear unit: `y = x` above 0, else `negative_slope * x`, for each element.
///
/// The shape does not change. The gradient at 0 is `negative_slope`. The default slope 0.01 is that of PyTorch and
/// ONNX; Keras takes 0.3.
package struct LeakyRelu: ElementwiseActivation {
  package var negativeSlope = 0.01

  package static let name = "leaky_relu"
  package static let summary = "x above 0, else negative_slope * x, of each element"
  package static let primaryAttribute: String? = "negative_slope"
  package static let attributes: [Attribute<LeakyRelu>] = [
    Attribute("negative_slope", \.negativeSlope, .any, "the factor of negative elements")
  ]
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(negativeSlope)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.leakyRelu }
}
