package import Graph
package import KernelInterface

/// The largest of two or more tensors, element by element: `y = max(a, b, ...)`.
///
/// All inputs have the same shape. NaN wins. The gradient goes to the larger element; two equal ones get half each,
/// as in PyTorch, where three equal inputs of `maximum(maximum(a, b), c)` get a quarter, a quarter and a half.
package struct Maximum: ExtremeOfInputs {
  package static let name = "maximum"
  package static let summary = "the largest of tensors of one shape, element by element"
  package static let attributes: [Attribute<Maximum>] = []

  package init() {}

  package func forward(in kernels: ElementwiseKernels) -> Kernel<BinaryArguments> { kernels.maximum }
  package func gradient(in kernels: ElementwiseKernels) -> Kernel<ExtremeGradientArguments> { kernels.maximumGradient }
}
