package import Graph
package import KernelInterface
package import Tensors

/// The largest or the smallest of tensors: shape, lowering and gradient follow from the kernels of two.
package protocol ExtremeOfInputs: DifferentiableOperator {
  func forward(in kernels: ElementwiseKernels) -> Kernel<BinaryArguments>
  func gradient(in kernels: ElementwiseKernels) -> Kernel<ExtremeGradientArguments>
}

extension ExtremeOfInputs {
  package static var arity: ClosedRange<Int> { 2...Int.max }
  package static var primaryAttribute: String? { nil }
  package static var tolerance: Tolerance { .exact }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(JoinedShape(broadcasts: false, name: name)(inputs, reporting: &violations))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitFold(site) { left, right, output, lowering in emitExtreme(name, site, left, right, output, &lowering) }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard var upstream = site.upstream[0] else { return }
    let inputs = site.forward.inputs
    var partials = [inputs[0]]
    for input in inputs.dropFirst().dropLast() {
      let next = lowering.makeTemporary("partial result of \(site.forward.path)", sizes: input.sizes)
      emitExtreme(name + " gradient", site.forward, partials[partials.count - 1], input, next, &lowering)
      partials.append(next)
    }
    for index in inputs.indices.dropFirst().reversed() {
      let left = (index == 1 ? site.inputGradients[0] : nil) ?? makeGradient(site, &lowering)
      let right = site.inputGradients[index] ?? makeGradient(site, &lowering)
      emitGradient(site, upstream, partials[index - 1], inputs[index], left, right, &lowering)
      upstream = left
    }
  }

  private func makeGradient(_ site: GradientSite, _ lowering: inout Lowering) -> Operand {
    lowering.makeTemporary("partial gradient of \(site.forward.path)", sizes: site.forward.outputs[0].sizes)
  }

  private func emitExtreme(
    _ step: String, _ site: LoweringSite, _ left: Operand, _ right: Operand, _ output: Operand,
    _ lowering: inout Lowering
  ) {
    let kernel = forward(in: lowering.kernels.elementwise)
    let count = output.elementCount
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [left.buffer, right.buffer], writes: [output.buffer],
        reuse: [.init(write: 0, read: 0), .init(write: 0, read: 1)],
        units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        kernel(
          BinaryArguments(left: run.floats(0), right: run.floats(1), output: run.floats(2), count: count), run.units)
      })
  }

  private func emitGradient(
    _ site: GradientSite, _ upstream: Operand, _ left: Operand, _ right: Operand, _ leftGradient: Operand,
    _ rightGradient: Operand, _ lowering: inout Lowering
  ) {
    let kernel = gradient(in: lowering.kernels.elementwise)
    let count = upstream.elementCount
    lowering.emit(
      Step(
        kernel: name + " gradient", path: site.forward.path, reads: [upstream.buffer, left.buffer, right.buffer],
        writes: [leftGradient.buffer, rightGradient.buffer], units: count.groups(of: BinaryArguments.elementsPerUnit)
      ) { run in
        kernel(
          ExtremeGradientArguments(
            upstream: run.floats(0), left: run.floats(1), right: run.floats(2), leftGradient: run.floats(3),
            rightGradient: run.floats(4), count: count), run.units)
      })
  }
}
