package import Graph
package import Tensors

/// Brings the last axes of each position to mean square 1, then scales every element:
/// `y = x / sqrt(mean(x^2) + eps) * weight` (Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019).
///
/// Unlike `layer_norm` it subtracts no mean and has no bias. `normalized_shape` states the sizes of the last axes;
/// without it the last axis alone is normalised, and `axis: 1` normalises over the channels. `eps: null`, the default as
/// in PyTorch, is the smallest relative step of float32, 1.19e-7; other frameworks default to 1e-6 or 1e-5.
package struct RMSNorm: DifferentiableOperator, ParameterizedOperator {
  package var normalizedShape: SpatialList<Int>?
  package var axis: Int?
  package var eps: Double?
  package var elementwiseAffine = true

  package static let name = "rms_norm"
  package static let summary = "brings each position to mean square 1 over its last axes or its channels"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "normalized_shape"
  package static let attributes: [Attribute<RMSNorm>] = [
    Attribute("normalized_shape", \.normalizedShape, .sizes, "the sizes of the last axes; the last one when not given"),
    Attribute("axis", \.axis, .any, "the only axis that is normalised; 1 is the channels"),
    Attribute("eps", \.eps, positive, "added to the mean square; null is 1.19e-7"),
    Attribute("elementwise_affine", \.elementwiseAffine, .any, "whether there is a weight"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  var axes: NormalizedAxes { NormalizedAxes(declared: normalizedShape, axis: axis, name: name) }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    _ = axes.resolve(in: shape, hasParameters: elementwiseAffine, reporting: &violations)
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard elementwiseAffine, let sizes = axes.sizes(in: inputs[0].shape) else { return [] }
    return [ParameterDeclaration("weight", sizes, .constant(1))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { steps(site).lower(in: &lowering) }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    steps(site.forward).lowerGradient(site, in: &lowering)
  }

  private func steps(_ site: LoweringSite) -> RowNormalizationSteps {
    RowNormalizationSteps(
      name: name, site: site, layout: axes.layout(of: site.inputs[0].sizes), epsilon: eps ?? Double(Float.ulpOfOne),
      subtractsMean: false, weight: elementwiseAffine ? site.parameters[0] : nil)
  }

  private static let positive = AttributeConstraint<Double?>(
    "must be above 0, or null", bounds: AttributeBounds(0, excludesMinimum: true)
  ) { $0 ?? 1 > 0 }
}
