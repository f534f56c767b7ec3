package import Graph
package import KernelInterface
package import Tensors

/// The largest value of each window: `y[i] = max over k of x[i * stride - pad_begin + k * dilation]`, along 1 to 3
/// axes.
///
/// `stride` is `kernel_size` unless written, as in PyTorch; ONNX's default is 1. Padding counts as -inf and is at
/// most half of the window. NaN in a window makes its result NaN. The gradient goes to the first largest value of a
/// window. In ceil mode the last window must start inside the input or the padding at the beginning, so
/// `kernel_size: 1, stride: 3` on 5 values gives 2 results, where Caffe gives 3.
///
/// With `return_indices` a second output has the place of each largest value in the plane of its channel, counted along
/// the last axis first, as `int64`. `max_unpool2d: {from: [x, pool.1]}` reads it; the next layer and the name alone mean
/// the values.
package struct MaxPool<let rank: Int>: DifferentiableOperator, WindowedOperator, AuxiliaryOutputOperator {
  package var kernelSize = PerAxis<rank>(1)
  package var stride: PerAxis<rank>?
  package var padding = Padding<rank>(0)
  package var dilation = PerAxis<rank>(1)
  package var rounding = Rounding.exact
  package var returnIndices = false
  package var ceilMode: Bool {
    get { rounding == .ceil }
    set { if newValue { rounding = .ceil } }
  }

  package static var name: String { "max_pool\(rank)d" }
  package static var summary: String { "the largest value of each window along \(rank) ax\(rank == 1 ? "i" : "e")s" }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "kernel_size" }
  package static var attributes: [Attribute<MaxPool<rank>>] {
    [
      Attribute("kernel_size", \.kernelSize, required: true, .atLeast(1), "the cells that a window reads"),
      Attribute("stride", \.stride, .atLeast(1), "the cells from one window to the next; kernel_size when not given"),
      Attribute("padding", \.padding, .any, "cells of -inf around the input"),
      Attribute("dilation", \.dilation, .atLeast(1), "the cells from one cell of a window to its next"),
      Attribute("rounding", \.rounding, .any, "what happens to cells behind the last whole window"),
      Attribute("ceil_mode", \.ceilMode, .any, "true is rounding: ceil"),
      Attribute("return_indices", \.returnIndices, .any, "whether the places of the values are a second output"),
    ]
  }
  package static var tolerance: Tolerance { .exact }

  package init() {}

  private var window: Window<rank> {
    Window(
      kernelSize: kernelSize, stride: stride ?? kernelSize, dilation: dilation, padding: padding, rounding: rounding)
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let type = window.poolOutputType(for: inputs[0], reporting: &violations)
    return returnIndices ? [type, TensorType(type.shape, .int64)] : [type]
  }

  package func windows(for input: TensorType) -> [AxisWindow] {
    window.axes(for: input.shape.map { Array($0.dimensions.suffix(rank)) } ?? Array(repeating: .unknown, count: rank))
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let geometry = geometry(site)
    lowering.emitPool(name, site, geometry, lowering.kernels.pooling.max)
    guard returnIndices else { return }
    let kernel = lowering.kernels.pooling.maxIndices
    lowering.emit(
      Step(
        kernel: name + " indices", path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[1].buffer],
        units: site.inputs[0].sizes[0] * site.inputs[0].sizes[1]
      ) { run in
        kernel(PoolIndexArguments(input: run.floats(0), indices: run.integers(1), geometry: geometry), run.units)
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    lowering.emitPoolGradient(
      name + " gradient", site, readsInput: true, geometry(site.forward), lowering.kernels.pooling.maxGradient)
  }

  func geometry(_ site: LoweringSite) -> PoolGeometry {
    geometry(input: site.inputs[0].sizes, output: site.outputs[0].sizes)
  }

  package func geometry(input: [Int], output: [Int]) -> PoolGeometry {
    let spatial = input.suffix(rank).map { Dimension.known($0) }
    return PoolGeometry(input: input, output: output, windows: window.axes(for: spatial))
  }
}
