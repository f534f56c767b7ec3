package import Graph
package import Tensors

/// Normalises the last axes of each position to mean 0 and variance 1, then scales and shifts every element:
/// `y = (x - mean) / sqrt(var + eps) * weight + bias` (Ba and others, "Layer Normalization", 2016).
///
/// `normalized_shape` states the sizes of the last axes, as in PyTorch; without it the last axis alone is normalised.
/// With `axis: 1` each position of a feature map `[N, C, ...]` is normalised over its channels, with `weight` and `bias`
/// `[C]`, as ConvNeXt does; no permutation is needed. The variance is the biased one, and training does not differ from
/// inference. Keras' default `epsilon` is 1e-3.
package struct LayerNorm: DifferentiableOperator, ParameterizedOperator {
  package var normalizedShape: SpatialList<Int>?
  package var axis: Int?
  package var eps = 1e-5
  package var elementwiseAffine = true
  package var bias = true

  package static let name = "layer_norm"
  package static let summary = "normalises each position over its last axes or its channels"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "normalized_shape"
  package static let attributes: [Attribute<LayerNorm>] = [
    Attribute("normalized_shape", \.normalizedShape, .sizes, "the sizes of the last axes; the last one when not given"),
    Attribute("axis", \.axis, .any, "the only axis that is normalised; 1 is the channels"),
    Attribute("eps", \.eps, .positive, "added to the variance"),
    Attribute("elementwise_affine", \.elementwiseAffine, .any, "whether there are weight and bias"),
    Attribute("bias", \.bias, .any, "whether there is a bias beside the weight"),
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
    let weight = ParameterDeclaration("weight", sizes, .constant(1))
    return bias ? [weight, ParameterDeclaration("bias", sizes, .constant(0))] : [weight]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { steps(site).lower(in: &lowering) }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    steps(site.forward).lowerGradient(site, in: &lowering)
  }

  private func steps(_ site: LoweringSite) -> RowNormalizationSteps {
    RowNormalizationSteps(
      name: name, site: site, layout: axes.layout(of: site.inputs[0].sizes), epsilon: eps,
      weight: elementwiseAffine ? site.parameters[0] : nil, bias: elementwiseAffine && bias ? site.parameters[1] : nil)
  }
}
