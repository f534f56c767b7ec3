package import Graph
import KernelInterface
package import Tensors

/// Sets elements to a constant at random while training, such that mean 0 and variance 1 stay, and does nothing in
/// inference.
///
/// It belongs to `selu` (Klambauer and others, "Self-Normalizing Neural Networks", 2017): with probability `p` an element
/// becomes `-s`, where `s = 1.7581` is the limit of `selu` for small values; then all become `a * x + b` with
/// `a = ((1 - p) * (1 + p * s^2))^-0.5` and `b = a * p * s`. `p: 1` gives 0. What is dropped follows from the seed, the
/// layer, the number of the run and the place of the element, as for `dropout`. The gradient is `a` where elements
/// stayed.
package struct AlphaDropout: RandomDrop {
  package var p = 0.5

  package static let name = "alpha_dropout"
  package static let summary = "drops elements at random in training, keeping mean and variance"
  package static let attributes: [Attribute<AlphaDropout>] = [
    Attribute("p", \.p, .within(0...1), "the probability of an element to be dropped")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let shift = scale * p * Self.saturation
    lowering.emitDropout(
      name, site, from: site.inputs[0], to: site.outputs[0], probability: p,
      outcome: DropoutOutcome(
        scale: Float(scale), shift: Float(shift), replacement: Float(shift - scale * Self.saturation)))
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitDropout(
      name + " gradient", site.forward, from: upstream, to: gradient, probability: p,
      outcome: DropoutOutcome(scale: Float(scale)))
  }

  /// The product of the constants of `selu`.
  private static let saturation = 1.7580993408473766

  private var scale: Double { p == 1 ? 0 : 1 / ((1 - p) * (1 + p * Self.saturation * Self.saturation)).squareRoot() }
}
