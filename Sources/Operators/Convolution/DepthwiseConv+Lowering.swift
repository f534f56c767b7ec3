import Graph
import Tensors

extension DepthwiseConv: DifferentiableOperator, ConvolutionLayer {
  package static var tolerance: Tolerance { .accumulation }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    convolution(for: site)?.lower(site, in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    convolution(for: site.forward)?.lowerGradient(site, in: &lowering)
  }

  package func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution? {
    convolution(for: TensorType(Shape(input)))?.plainConvolution(input: input, output: output)
  }

  private func convolution(for site: LoweringSite) -> Conv<rank>? {
    convolution(for: TensorType(Shape(site.inputs[0].sizes)))
  }
}
