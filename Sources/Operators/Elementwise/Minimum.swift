package import Graph
package import KernelInterface

/// The smallest of two or more tensors, element by element: `y = min(a, b, ...)`.
///
/// All inputs have the same shape. NaN wins. The gradient goes to the smaller element; two equal ones get half each,
/// as in PyTorch, where three equal inputs of `minimum(minimum(a, b), c)` get a quarter, a quarter and a half.
package struct Minimum: ExtremeOfInputs {
  package static let name = "minimum"
  package static let summary = "the smallest of tensors of one shape, element by element"
  package static let attributes: [Attribute<Minimum>] = []

  package init() {}

  package func forward(in kernels: ElementwiseKernels) -> Kernel<BinaryArguments> { kernels.minimum }
  package func gradient(in kernels: ElementwiseKernels) -> Kernel<ExtremeGradientArguments> { kernels.minimumGradient }
}
