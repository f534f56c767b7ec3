import Graph
import KernelInterface

extension Linear: FormedWeightOperator {
  package static var tolerance: Tolerance { .accumulation }

  package func lowerPlain(_ site: LoweringSite, in lowering: inout Lowering) {
    steps(site).emit(from: site.inputs[0].buffer, to: site.outputs[0].buffer, in: &lowering)
  }

  package func lowerPlainGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    steps(site.forward).emitGradient(
      from: upstream.buffer, input: site.forward.inputs[0].buffer, to: site.inputGradients[0]?.buffer,
      weight: site.parameterGradients[0], bias: bias ? site.parameterGradients[1] : nil, in: &lowering)
  }

  private func steps(_ site: LoweringSite) -> LinearSteps {
    let input = site.inputs[0].sizes
    let sizes = LinearSizes(
      rows: input.dropLast().reduce(1, *), inputs: input[input.count - 1], outputs: outFeatures)
    return LinearSteps(path: site.path, sizes: sizes, weight: site.parameters[0], bias: bias ? site.parameters[1] : nil)
  }
}
