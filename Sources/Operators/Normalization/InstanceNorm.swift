package import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// Normalises each channel of each sample to mean 0 and variance 1 over its positions, then scales and shifts it:
/// `y = (x - mean) / sqrt(var + eps) * weight + bias` (Ulyanov and others, "Instance Normalization", 2016).
///
/// The input is `[N, C]` with 1 to 3 spatial axes, of more than one position. By default, as in PyTorch and unlike
/// `batch_norm`, there are neither parameters (`affine: false`) nor running statistics
/// (`track_running_stats: false`), and training does not differ from inference. With `track_running_stats` training
/// moves running statistics towards the mean of the samples' own, `running = (1 - momentum) * running + momentum * new`
/// with the unbiased variance, and inference normalises by them. `momentum: null` leaves them as they are, and
/// `num_batches_tracked` never counts, as in PyTorch.
package struct InstanceNorm: DifferentiableOperator, ParameterizedOperator {
  package var numFeatures: Int?
  package var eps = 1e-5
  package var momentum: Double? = 0.1
  package var affine = false
  package var trackRunningStats = false

  package static let name = "instance_norm"
  package static let summary = "normalises each channel of each sample"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<InstanceNorm>] = [
    Attribute("num_features", \.numFeatures, .atLeast(1), "the number of channels, checked against the input"),
    Attribute("eps", \.eps, .positive, "added to the variance"),
    Attribute("momentum", \.momentum, .momentum, "the weight of a batch in the running statistics; null is 0"),
    Attribute("affine", \.affine, .any, "whether there are weight and bias"),
    Attribute("track_running_stats", \.trackRunningStats, .any, "whether inference uses running statistics"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [TensorType(shape)]
    }
    if affine || trackRunningStats || shape[1].value != nil {
      checkFeatures("num_features", declared: numFeatures, of: shape, reporting: &violations)
    }
    let positions = Shape(Array(shape.dimensions[2...])).elementCount
    violations.demand(.atLeast(positions, 2), .onePosition)
    if positions == 1 { violations.append(.onePosition(shape)) }
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] { normalization.parameters(for: inputs) }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    guard usesOwnStatistics(lowering) else {
      normalization.lower(site, in: &lowering)
      return
    }
    steps(site).lower(in: &lowering)
    if trackRunningStats { emitUpdate(site, in: &lowering) }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    if usesOwnStatistics(lowering) {
      steps(site.forward).lowerGradient(site, in: &lowering)
    } else {
      normalization.lowerGradient(site, in: &lowering)
    }
  }

  private func usesOwnStatistics(_ lowering: Lowering) -> Bool { lowering.mode == .training || !trackRunningStats }

  /// The batch normalisation of the same parameters, which does the same by running statistics.
  private var normalization: BatchNorm {
    var operation = BatchNorm()
    operation.numFeatures = numFeatures
    operation.eps = eps
    operation.affine = affine
    operation.trackRunningStats = trackRunningStats
    return operation
  }

  private func steps(_ site: LoweringSite) -> RowNormalizationSteps {
    let sizes = site.inputs[0].sizes
    return RowNormalizationSteps(
      name: name, site: site,
      layout: RowLayout(
        rows: sizes[0] * sizes[1], groups: sizes[1], channels: 1, spatial: sizes[2...].reduce(1, *)),
      epsilon: eps, weight: affine ? site.parameters[0] : nil, bias: affine ? site.parameters[1] : nil)
  }

  private func emitUpdate(_ site: LoweringSite, in lowering: inout Lowering) {
    guard let momentum else { return }
    let kernel = lowering.kernels.normalization.updatePlaneStatistics
    let sizes = site.inputs[0].sizes
    let layout = ChannelLayout(samples: sizes[0], channels: sizes[1], spatial: sizes[2...].reduce(1, *))
    let epsilon = eps
    lowering.emit(
      Step(
        kernel: "instance_norm running statistics", path: site.path, reads: lowering.saved(for: site),
        writes: site.parameters.suffix(3).prefix(2).map(\.buffer), units: 1
      ) { run in
        kernel(
          PlaneStatisticsArguments(
            mean: run.floats(1), inverseDeviation: run.floats(0), runningMean: run.floats(2),
            runningVariance: run.floats(3), layout: layout, epsilon: epsilon, momentum: momentum), run.units)
      })
  }
}

extension Violation {
  fileprivate static func onePosition(_ shape: Shape) -> Violation {
    Violation(
      .onePosition, "'instance_norm' needs more than one position: each channel of \(shape) has one, its own mean",
      remarks: [.init(.input(0), "produces \(shape)")],
      help: ["group_norm normalises several channels of a position together"])
  }
}

extension DiagnosticCode {
  package static let onePosition = DiagnosticCode(
    "E0340", "one-position",
    explanation: """
      Instance normalisation subtracts from each channel its mean over the positions. With a single position that is the
      value itself, so every result would be 0, or the bias, whatever the input is. It stands before the layer that
      shrinks the axes, or `group_norm` takes its place.
      """,
    bad: """
      cnnc: 1
      model: normalised_point
      input: [N, 16, 8, 8]
      layers:
        - global_avg_pool
        - instance_norm
      """,
    good: """
      cnnc: 1
      model: normalised_plane
      input: [N, 16, 8, 8]
      layers:
        - instance_norm
        - global_avg_pool
      """)
}
