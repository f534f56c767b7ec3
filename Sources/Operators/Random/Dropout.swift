package import Graph
import KernelInterface
package import Tensors

/// Sets elements to 0 at random while training, and does nothing in inference.
///
/// Each element becomes 0 with probability `p`; the others are multiplied by `1 / (1 - p)`, so that the mean stays.
/// What is dropped follows from the seed, the layer, the number of the run and the place of the element (Philox), not
/// from threads, so a run can be repeated exactly; it differs from PyTorch's choice. The gradient drops the same
/// elements.
package struct Dropout: RandomDrop {
  package var p = 0.5

  package static let name = "dropout"
  package static let summary = "sets elements to 0 at random in training"
  package static let attributes: [Attribute<Dropout>] = [
    Attribute("p", \.p, .within(0...1), "the probability of an element to become 0")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitDropout(
      name, site, from: site.inputs[0], to: site.outputs[0], probability: p, outcome: outcome)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitDropout(
      "dropout gradient", site.forward, from: upstream, to: gradient, probability: p, outcome: outcome)
  }

  private var outcome: DropoutOutcome { DropoutOutcome(scale: Float(1 / (1 - p))) }
}
