package import Graph
package import Tensors

/// Normalises each channel to mean 0 and variance 1, then scales and shifts it:
/// `y = (x - mean) / sqrt(var + eps) * weight + bias`, for `[N, C]` or `[N, C]` with 1 to 3 spatial axes.
///
/// In inference mean and variance are the running ones; in training they are those of the batch over all axes but the
/// channels, the variance biased, and the running ones move: `running = (1 - momentum) * running + momentum * batch`,
/// there with the unbiased variance. `momentum` is the weight of the new batch, 0.1, as in PyTorch; Keras and ONNX
/// call the weight of the old value momentum. `momentum: null` averages all batches equally. With
/// `track_running_stats: false` the statistics are always the batch's. Training needs more than one value per
/// channel, and a run with less is refused.
package struct BatchNorm: DifferentiableOperator, ParameterizedOperator {
  package var numFeatures: Int?
  package var eps = 1e-5
  package var momentum: Double? = 0.1
  package var affine = true
  package var trackRunningStats = true

  package static let name = "batch_norm"
  package static let summary = "normalises each channel over the batch"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<BatchNorm>] = [
    Attribute("num_features", \.numFeatures, .atLeast(1), "the number of channels, checked against the input"),
    Attribute("eps", \.eps, .positive, "added to the variance"),
    Attribute("momentum", \.momentum, .momentum, "the weight of a batch in the running statistics; null averages all"),
    Attribute("affine", \.affine, .any, "whether there are weight and bias"),
    Attribute("track_running_stats", \.trackRunningStats, .any, "whether inference uses running statistics"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    guard (2...5).contains(shape.rank) else {
      violations.append(.notChannels(shape, for: name))
      return [TensorType(shape)]
    }
    checkFeatures("num_features", declared: numFeatures, of: shape, reporting: &violations)
    let values = shape.dimensions[2...].reduce(shape[0]) { $0 * $1 }
    violations.demand(.atLeast(values, 2), .onePosition, inTraining: true)
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let shape = inputs[0].shape, shape.rank >= 2, let channels = shape[1].value ?? numFeatures else { return [] }
    var parameters: [ParameterDeclaration] = []
    if affine {
      parameters.append(ParameterDeclaration("weight", [channels], .constant(1)))
      parameters.append(ParameterDeclaration("bias", [channels], .constant(0)))
    }
    if trackRunningStats {
      parameters.append(ParameterDeclaration("running_mean", [channels], .constant(0), role: .buffer))
      parameters.append(ParameterDeclaration("running_var", [channels], .constant(1), role: .buffer))
      parameters.append(ParameterDeclaration("num_batches_tracked", [], .constant(0), role: .buffer, dtype: .int64))
    }
    return parameters
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    BatchNormSteps(self, site, in: lowering).lower(in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    BatchNormSteps(self, site.forward, in: lowering).lowerGradient(site, in: &lowering)
  }
}
