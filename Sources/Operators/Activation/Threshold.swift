package import Graph
package import KernelInterface

/// Replaces what is not above a threshold: `y = x` above `threshold`, else `value`, for each element.
///
/// The shape does not change. The gradient is 0 up to the threshold, that included. NaN passes through.
package struct Threshold: ElementwiseActivation {
  package var threshold = 0.0
  package var value = 0.0

  package static let name = "threshold"
  package static let summary = "x above threshold, else value, of each element"
  package static let attributes: [Attribute<Threshold>] = [
    Attribute("threshold", \.threshold, required: true, .any, "the largest element that is replaced"),
    Attribute("value", \.value, required: true, .any, "what replaces it"),
  ]
  package static let tolerance = Tolerance.exact
  package static let gradientReads = SavedTensor.input

  package init() {}

  package var constants: FunctionConstants { FunctionConstants(alpha: Float(threshold), beta: Float(value)) }
  package func function(in kernels: ActivationKernels) -> ActivationFunction { kernels.threshold }
}
