package import Graph

/// The mean over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.
///
/// `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it the
/// mean is over all axes, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. Over the
/// spatial axes and kept it is the same as `global_avg_pool`. The gradient spreads upstream evenly, over the number of
/// elements.
package struct Mean: AxisReduction {
  package var dim: AxisList?
  package var keepdim = false

  package static let name = "mean"
  package static let summary = "the mean over axes"
  package static let attributes: [Attribute<Mean>] = reductionAttributes
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    lowering.emitSum(
      name, path: site.path, input, times: nil, into: folded(output, from: input), dividedBy: share(input, output))
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitSpread(
      "mean gradient", path: site.forward.path, folded(upstream, from: gradient), into: gradient,
      dividedBy: share(gradient, upstream))
  }

  /// The number of elements that one mean is of.
  private func share(_ input: Operand, _ output: Operand) -> Float {
    Float(input.elementCount / max(1, output.elementCount))
  }
}
