package import Graph
package import KernelInterface

/// Softmax along one axis: `y = exp(x) / sum(exp(x))`.
///
/// The largest element is subtracted first, so nothing overflows; a row of only -inf, or with NaN, becomes NaN. The
/// shape does not change. `dim` is -1 unless written, the last axis, the classes of `[N, classes]`; for a map of
/// classes `[N, C, H, W]` write `dim: 1`. PyTorch's module has no default and guesses with a warning; ONNX before
/// opset 13 flattened the axes behind `dim`.
package struct Softmax: NormalizedExponential {
  package var dim = -1

  package static let name = "softmax"
  package static let summary = "exp(x) over the sum of exp(x) along an axis"
  package static let attributes: [Attribute<Softmax>] = [
    Attribute("dim", \.dim, .any, "the axis along which the results sum to 1")
  ]

  package init() {}

  package func forward(in kernels: SoftmaxKernels) -> Kernel<SoftmaxArguments> { kernels.softmax }
  package func gradient(in kernels: SoftmaxKernels) -> Kernel<SoftmaxGradientArguments> { kernels.softmaxGradient }
}
