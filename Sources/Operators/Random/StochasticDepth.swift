package import Graph
package import Tensors

/// Sets whole samples to 0 at random while training, and does nothing in inference.
///
/// As the last layer of a residual's body it leaves out the body for some samples (Huang and others, "Deep Networks with
/// Stochastic Depth", 2016): `residual: {body: [..., stochastic_depth: 0.1]}`. Each sample becomes 0 with probability
/// `p`, and the others are multiplied by `1 / (1 - p)`; with `mode: batch` all samples share one decision. These are
/// torchvision's names; timm calls it `DropPath`. What is dropped follows from the seed, the layer, the number of the
/// run and the sample, as for `dropout`; the gradient drops the same samples.
package struct StochasticDepth: RandomDrop {
  package var p = 0.5
  package var mode = Mode.row

  /// What one decision is about.
  package enum Mode: String, AttributeChoice {
    case row, batch
  }

  package static let name = "stochastic_depth"
  package static let summary = "sets whole samples to 0 at random in training"
  package static let attributes: [Attribute<StochasticDepth>] = [
    Attribute("p", \.p, required: true, .within(0...1), "the probability of a sample to become 0"),
    Attribute("mode", \.mode, .any, "whether each sample is decided about, or the batch as a whole"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    if let shape = inputs[0].shape, shape.rank == 0 { violations.append(.wrongRank(shape, expected: ["N", "..."])) }
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitGroupDropout(name, site, from: site.inputs[0], to: site.outputs[0], axes: axes, probability: p)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitGroupDropout(
      name + " gradient", site.forward, from: upstream, to: gradient, axes: axes, probability: p)
  }

  private var axes: Int { mode == .row ? 1 : 0 }
}
