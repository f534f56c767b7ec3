import Graph

extension PointwiseConv: DifferentiableOperator, ConvolutionLayer {
  package static var tolerance: Tolerance { .accumulation }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { convolution.lower(site, in: &lowering) }

  package func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution? {
    convolution.plainConvolution(input: input, output: output)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    convolution.lowerGradient(site, in: &lowering)
  }
}
