package import Graph
import KernelInterface
package import Tensors

/// Sets elements to 0 at random while training, and does nothing in inference.
///
/// Each element becomes 0 with probability `p`; the others are multiplied by `1 / (1 - p)`, so that the mean stays.
/// What is dropped follows from the seed, the layer, the number of the run and the place of the element (Philox), not
/// from threads, so a run can be repeated exactly; it differs from PyTorch's choice. The gradient drops the same
/// elements.
package struct Dropout: DifferentiableOperator, ViewOperator {
  package var p = 0.5

  package static let name = "dropout"
  package static let summary = "sets elements to 0 at random in training"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "p"
  package static let attributes: [Attribute<Dropout>] = [
    Attribute("p", \.p, .within(0...1), "the probability of an element to become 0")
  ]
  package static let tolerance = Tolerance.rounding

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(inputs[0].shape)]
  }

  package func isView(in mode: ExecutionMode) -> Bool { mode == .inference || p == 0 }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(name, site, from: site.inputs[0], to: site.outputs[0], in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    emit("dropout gradient", site.forward, from: upstream, to: gradient, in: &lowering)
  }

  private func emit(
    _ step: String, _ site: LoweringSite, from input: Operand, to output: Operand, in lowering: inout Lowering
  ) {
    let kernel = lowering.kernels.random.dropout
    let count = input.elementCount
    let probability = p
    let key = lowering.seed ^ (UInt64(truncatingIfNeeded: site.node) &* 0x9E37_79B9_7F4A_7C15)
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [input.buffer], writes: [output.buffer],
        reuse: [.init(write: 0, read: 0)], units: count.groups(of: DropoutArguments.elementsPerUnit)
      ) { run in
        kernel(
          DropoutArguments(
            input: run.floats(0), output: run.floats(1), count: count, probability: probability, key: key,
            run: run.run), run.units)
      })
  }
}
