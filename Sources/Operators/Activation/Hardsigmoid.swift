package import Graph
package import KernelInterface

/// Piecewise form of sigmoid: `y = min(max(x + 3, 0), 6) / 6` for each element.
///
/// The shape does not change. The slope is 1/6, as in PyTorch; ONNX's default and older Keras have 0.2. The gradient
/// is 0 at -3 and 3.
package struct Hardsigmoid: ElementwiseActivation {
  package static let name = "hardsigmoid"
  package static let summary = "min(max(x + 3, 0), 6) / 6 of each element"
  package static let attributes: [Attribute<Hardsigmoid>] = []
  package static let gradientReads = SavedTensor.input

  package init() {}

  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.hardsigmoid }
}
