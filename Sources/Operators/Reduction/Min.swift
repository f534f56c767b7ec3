package import Graph
package import KernelInterface

/// The smallest element over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.
///
/// `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it all
/// axes count, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. NaN wins. The gradient
/// is shared equally among all elements that are the result, as in PyTorch's `amin`; its `min` of one axis returns indices
/// too, and gives everything to one element.
package struct Min: ExtremeOverAxes {
  package var dim: AxisList?
  package var keepdim = false

  package static let name = "min"
  package static let summary = "the smallest element over axes"
  package static let attributes: [Attribute<Min>] = reductionAttributes

  package init() {}

  package func fold(in kernels: ReductionKernels) -> Kernel<ReductionArguments> { kernels.minimum }
}
