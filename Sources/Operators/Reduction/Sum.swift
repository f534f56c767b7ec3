package import Graph

/// The sum over axes: `[N, C, H, W]` becomes `[N, C]` with `dim: [2, 3]`.
///
/// `dim` is an axis or a list of axes, counted from 0 at the batch or from the end as negative numbers; without it the
/// sum is over all axes, the batch included. The axes are removed, or stay with size 1 with `keepdim: true`. The
/// gradient is upstream, repeated.
package struct Sum: AxisReduction {
  package var dim: AxisList?
  package var keepdim = false

  package static let name = "sum"
  package static let summary = "the sum over axes"
  package static let attributes: [Attribute<Sum>] = reductionAttributes
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitSum(
      name, path: site.path, site.inputs[0], times: nil, into: folded(site.outputs[0], from: site.inputs[0]))
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitSpread(
      "sum gradient", path: site.forward.path, folded(upstream, from: gradient), into: gradient)
  }
}
