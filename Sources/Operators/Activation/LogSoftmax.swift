package import Graph
package import KernelInterface

/// The logarithm of softmax along one axis: `y = x - log(sum(exp(x)))`.
///
/// Computed from the distances to the largest element, so it neither overflows nor loses small probabilities, which
/// the logarithm of `softmax` does. The shape does not change; `dim` is -1 unless written.
package struct LogSoftmax: NormalizedExponential {
  package var dim = -1

  package static let name = "log_softmax"
  package static let summary = "the logarithm of softmax along an axis"
  package static let attributes: [Attribute<LogSoftmax>] = [
    Attribute("dim", \.dim, .any, "the axis along which the exponentials of the results sum to 1")
  ]

  package init() {}

  package func forward(in kernels: SoftmaxKernels) -> Kernel<SoftmaxArguments> { kernels.logSoftmax }
  package func gradient(in kernels: SoftmaxKernels) -> Kernel<SoftmaxGradientArguments> { kernels.logSoftmaxGradient }
}
