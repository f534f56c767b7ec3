package import Graph
import KernelInterface
package import Tensors

/// The power mean of each window without its divisor: `y = (sum of x^p)^(1 / p)` with `p` the `norm_type`, along 1 or 2
/// axes.
///
/// `norm_type: 1` is the sum of each window, 2 its Euclidean length; with large powers it nears the largest value. As in
/// PyTorch no absolute values are taken, so odd and fractional powers of negative values can give NaN; ONNX's LpPool
/// takes them. `stride` is `kernel_size` unless written. In ceil mode a window that reaches beyond the input counts its
/// mean for the cells that it lacks, as PyTorch does. The gradient is 0 where the sum is.
package struct LpPool<let rank: Int>: DifferentiableOperator, WindowedOperator {
  package var normType = 2.0
  package var kernelSize = PerAxis<rank>(1)
  package var stride: PerAxis<rank>?
  package var rounding = Rounding.exact
  package var ceilMode: Bool {
    get { rounding == .ceil }
    set { if newValue { rounding = .ceil } }
  }

  package static var name: String { "lp_pool\(rank)d" }
  package static var summary: String {
    "the root of the summed powers of each window along \(rank) ax\(rank == 1 ? "i" : "e")s"
  }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }
  package static var attributes: [Attribute<LpPool<rank>>] {
    [
      Attribute("norm_type", \.normType, required: true, .positive, "the power"),
      Attribute("kernel_size", \.kernelSize, required: true, .atLeast(1), "the cells that a window reads"),
      Attribute("stride", \.stride, .atLeast(1), "the cells from one window to the next; kernel_size when not given"),
      Attribute("rounding", \.rounding, .any, "what happens to cells behind the last whole window"),
      Attribute("ceil_mode", \.ceilMode, .any, "true is rounding: ceil"),
    ]
  }
  package static var tolerance: Tolerance { .accumulation }

  package init() {}

  private var window: Window<rank> {
    Window(kernelSize: kernelSize, stride: stride ?? kernelSize, rounding: rounding)
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [window.poolOutputType(for: inputs[0], reporting: &violations)]
  }

  package func windows(for input: TensorType) -> [AxisWindow] {
    window.axes(for: input.shape.map { Array($0.dimensions.suffix(rank)) } ?? Array(repeating: .unknown, count: rank))
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitPool(name, site, geometry(site), lowering.kernels.pooling.power, norm: normType)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    lowering.emitPoolGradient(
      name + " gradient", site, readsInput: true, geometry(site.forward), lowering.kernels.pooling.powerGradient,
      norm: normType)
  }

  private func geometry(_ site: LoweringSite) -> PoolGeometry {
    let spatial = site.inputs[0].sizes.suffix(rank).map { Dimension.known($0) }
    return PoolGeometry(input: site.inputs[0].sizes, output: site.outputs[0].sizes, windows: window.axes(for: spatial))
  }
}
