package import Graph
package import Tensors

/// Sets whole channels to 0 at random while training, and does nothing in inference.
///
/// Each channel of each sample becomes 0 with probability `p`; the others are multiplied by `1 / (1 - p)` (Tompson and
/// others, "Efficient Object Localization", 2015). Neighbouring positions of a feature map are alike, so that dropping
/// single elements hides little. The input is `[N, C]` with up to 3 spatial axes: PyTorch calls the same `dropout1d` and
/// `dropout3d` for one and for three. What is dropped follows from the seed, the layer, the number of the run and the
/// channel, as for `dropout`; the gradient drops the same channels.
package struct Dropout2d: RandomDrop {
  package var p = 0.5

  package static let name = "dropout2d"
  package static let summary = "sets whole channels to 0 at random in training"
  package static let attributes: [Attribute<Dropout2d>] = [
    Attribute("p", \.p, .within(0...1), "the probability of a channel to become 0")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    if let shape = inputs[0].shape, !(2...5).contains(shape.rank) {
      violations.append(.notChannels(shape, for: name))
    }
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitGroupDropout(name, site, from: site.inputs[0], to: site.outputs[0], axes: 2, probability: p)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitGroupDropout(
      name + " gradient", site.forward, from: upstream, to: gradient, axes: 2, probability: p)
  }
}
