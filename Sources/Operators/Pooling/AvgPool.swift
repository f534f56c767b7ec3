package import Graph
import KernelInterface
package import Tensors

/// The mean of each window: the sum over a window divided by a number of cells, along 1 to 3 axes.
///
/// With `count_include_pad`, the default as in PyTorch, cells of the padding count as zeros of the window; without
/// it, ONNX's default, only cells of the input count. Where the last window of ceil mode reaches beyond the padding,
/// these cells never count. `divisor_override` divides by a fixed number. `stride` is `kernel_size` unless written;
/// padding is at most half of the window. The gradient of a result, over its divisor, goes to every cell of its
/// window.
package struct AvgPool<let rank: Int>: DifferentiableOperator, WindowedOperator {
  package var kernelSize = PerAxis<rank>(1)
  package var stride: PerAxis<rank>?
  package var padding = Padding<rank>(0)
  package var rounding = Rounding.exact
  package var countIncludePad = true
  package var divisorOverride: Int?
  package var ceilMode: Bool {
    get { rounding == .ceil }
    set { if newValue { rounding = .ceil } }
  }

  package static var name: String { "avg_pool\(rank)d" }
  package static var summary: String { "the mean of each window along \(rank) ax\(rank == 1 ? "i" : "e")s" }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "kernel_size" }
  package static var attributes: [Attribute<AvgPool<rank>>] {
    [
      Attribute("kernel_size", \.kernelSize, required: true, .atLeast(1), "the cells that a window reads"),
      Attribute("stride", \.stride, .atLeast(1), "the cells from one window to the next; kernel_size when not given"),
      Attribute("padding", \.padding, .any, "cells of 0 around the input"),
      Attribute("rounding", \.rounding, .any, "what happens to cells behind the last whole window"),
      Attribute("ceil_mode", \.ceilMode, .any, "true is rounding: ceil"),
      Attribute("count_include_pad", \.countIncludePad, .any, "whether cells of the padding count in the divisor"),
      Attribute("divisor_override", \.divisorOverride, .atLeast(1), "what sums are divided by, in place of a count"),
    ]
  }
  package static var tolerance: Tolerance { .accumulation }

  package init() {}

  private var window: Window<rank> {
    Window(kernelSize: kernelSize, stride: stride ?? kernelSize, padding: padding, rounding: rounding)
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [window.poolOutputType(for: inputs[0], reporting: &violations)]
  }

  package func windows(for input: TensorType) -> [AxisWindow] {
    window.axes(for: input.shape.map { Array($0.dimensions.suffix(rank)) } ?? Array(repeating: .unknown, count: rank))
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitPool(name, site, geometry(site), lowering.kernels.pooling.average, dividedBy: divisor)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    lowering.emitPoolGradient(
      name + " gradient", site, readsInput: false, geometry(site.forward), lowering.kernels.pooling.averageGradient,
      dividedBy: divisor)
  }

  var divisor: PoolDivisor {
    if let divisorOverride { return .fixed(divisorOverride) }
    return countIncludePad ? .windowWithPadding : .windowInsideInput
  }

  func geometry(_ site: LoweringSite) -> PoolGeometry {
    let spatial = site.inputs[0].sizes.suffix(rank).map { Dimension.known($0) }
    return PoolGeometry(input: site.inputs[0].sizes, output: site.outputs[0].sizes, windows: window.axes(for: spatial))
  }
}
