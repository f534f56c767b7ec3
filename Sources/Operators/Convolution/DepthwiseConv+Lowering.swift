import Graph
import Tensors

extension DepthwiseConv: DifferentiableOperator {
  package static var tolerance: Tolerance { .accumulation }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    convolution(for: site)?.lower(site, in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    convolution(for: site.forward)?.lowerGradient(site, in: &lowering)
  }

  private func convolution(for site: LoweringSite) -> Conv<rank>? {
    convolution(for: TensorType(Shape(site.inputs[0].sizes)))
  }
}
