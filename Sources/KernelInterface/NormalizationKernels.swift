/// The layout of a tensor normalised by channel: `samples x channels x spatial`.
package struct ChannelLayout: Hashable, Sendable {
  package var samples: Int
  package var channels: Int
  package var spatial: Int

  package init(samples: Int, channels: Int, spatial: Int) {
    self.samples = samples
    self.channels = channels
    self.spatial = spatial
  }

  /// The number of values of each channel.
  package var valuesPerChannel: Int { samples * spatial }
}

/// Arguments of the mean and the biased variance of each channel; a unit is one channel.
package struct BatchStatisticsArguments {
  package var input: UnsafePointer<Float>
  package var mean: UnsafeMutablePointer<Float>
  package var variance: UnsafeMutablePointer<Float>
  package var layout: ChannelLayout

  package init(
    input: UnsafePointer<Float>, mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>,
    layout: ChannelLayout
  ) {
    self.input = input
    self.mean = mean
    self.variance = variance
    self.layout = layout
  }
}

/// Arguments of moving the running statistics towards those of a batch; the only unit does everything.
package struct RunningStatisticsArguments {
  package var mean: UnsafePointer<Float>
  /// Biased; the running variance takes the unbiased one.
  package var variance: UnsafePointer<Float>
  package var runningMean: UnsafeMutablePointer<Float>
  package var runningVariance: UnsafeMutablePointer<Float>
  package var batchesTracked: UnsafeMutablePointer<Int64>
  package var layout: ChannelLayout
  /// The weight of the batch; NaN averages all batches equally.
  package var momentum: Float

  package init(
    mean: UnsafePointer<Float>, variance: UnsafePointer<Float>, runningMean: UnsafeMutablePointer<Float>,
    runningVariance: UnsafeMutablePointer<Float>, batchesTracked: UnsafeMutablePointer<Int64>, layout: ChannelLayout,
    momentum: Float
  ) {
    self.mean = mean
    self.variance = variance
    self.runningMean = runningMean
    self.runningVariance = runningVariance
    self.batchesTracked = batchesTracked
    self.layout = layout
    self.momentum = momentum
  }
}

/// What each channel is normalised with.
package struct ChannelStatistics {
  package var mean: UnsafePointer<Float>
  package var variance: UnsafePointer<Float>
  /// nil stands for 1.
  package var weight: UnsafePointer<Float>?
  package var epsilon: Double

  package init(
    mean: UnsafePointer<Float>, variance: UnsafePointer<Float>, weight: UnsafePointer<Float>?, epsilon: Double
  ) {
    self.mean = mean
    self.variance = variance
    self.weight = weight
    self.epsilon = epsilon
  }
}

/// Arguments of `(input - mean) / sqrt(variance + epsilon) * weight + bias`; a unit is one channel of one sample.
///
/// The output may be the input's memory.
package struct NormalizationArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var statistics: ChannelStatistics
  /// nil stands for 0.
  package var bias: UnsafePointer<Float>?
  package var layout: ChannelLayout

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, statistics: ChannelStatistics,
    bias: UnsafePointer<Float>?, layout: ChannelLayout
  ) {
    self.input = input
    self.output = output
    self.statistics = statistics
    self.bias = bias
    self.layout = layout
  }
}

/// Arguments of the sums over each channel that the gradients are made of; a unit is one channel.
package struct NormalizationSumsArguments {
  package var upstream: UnsafePointer<Float>
  package var input: UnsafePointer<Float>
  package var statistics: ChannelStatistics
  /// The sum of upstream times the normalised input: the gradient by the weight.
  package var weightGradient: UnsafeMutablePointer<Float>
  /// The sum of upstream: the gradient by the bias.
  package var biasGradient: UnsafeMutablePointer<Float>
  package var layout: ChannelLayout

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, statistics: ChannelStatistics,
    weightGradient: UnsafeMutablePointer<Float>, biasGradient: UnsafeMutablePointer<Float>, layout: ChannelLayout
  ) {
    self.upstream = upstream
    self.input = input
    self.statistics = statistics
    self.weightGradient = weightGradient
    self.biasGradient = biasGradient
    self.layout = layout
  }
}

/// Arguments of the gradient by the input; a unit is one channel of one sample.
///
/// The gradient may be written over `upstream`.
package struct NormalizationInputGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var input: UnsafePointer<Float>
  package var statistics: ChannelStatistics
  /// The sums over each channel when the statistics are the batch's own; nil when they are constants.
  package var sums: Sums?
  package var inputGradient: UnsafeMutablePointer<Float>
  package var layout: ChannelLayout

  /// What `NormalizationSumsArguments` made.
  package struct Sums {
    package var weightGradient: UnsafePointer<Float>
    package var biasGradient: UnsafePointer<Float>

    package init(weightGradient: UnsafePointer<Float>, biasGradient: UnsafePointer<Float>) {
      self.weightGradient = weightGradient
      self.biasGradient = biasGradient
    }
  }

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, statistics: ChannelStatistics, sums: Sums?,
    inputGradient: UnsafeMutablePointer<Float>, layout: ChannelLayout
  ) {
    self.upstream = upstream
    self.input = input
    self.statistics = statistics
    self.sums = sums
    self.inputGradient = inputGradient
    self.layout = layout
  }
}

/// Normalisation by channel and by row, and the gradients.
package struct NormalizationKernels: Sendable {
  package var batchStatistics: Kernel<BatchStatisticsArguments>
  package var updateRunningStatistics: Kernel<RunningStatisticsArguments>
  package var normalize: Kernel<NormalizationArguments>
  package var sums: Kernel<NormalizationSumsArguments>
  package var inputGradient: Kernel<NormalizationInputGradientArguments>
  package var rows: Kernel<RowNormalizationArguments>
  package var rowsGradient: Kernel<RowNormalizationGradientArguments>
  package var rowsSums: Kernel<RowNormalizationSumsArguments>
  package var updatePlaneStatistics: Kernel<PlaneStatisticsArguments>
  package var localResponse: Kernel<LocalResponseArguments>
  package var localResponseGradient: Kernel<LocalResponseArguments>
  package var weightNorm: Kernel<WeightNormArguments>
  package var weightNormGradient: Kernel<WeightNormArguments>

  package init(
    batchStatistics: @escaping Kernel<BatchStatisticsArguments>,
    updateRunningStatistics: @escaping Kernel<RunningStatisticsArguments>,
    normalize: @escaping Kernel<NormalizationArguments>, sums: @escaping Kernel<NormalizationSumsArguments>,
    inputGradient: @escaping Kernel<NormalizationInputGradientArguments>,
    rows: @escaping Kernel<RowNormalizationArguments>,
    rowsGradient: @escaping Kernel<RowNormalizationGradientArguments>,
    rowsSums: @escaping Kernel<RowNormalizationSumsArguments>,
    updatePlaneStatistics: @escaping Kernel<PlaneStatisticsArguments>,
    localResponse: @escaping Kernel<LocalResponseArguments>,
    localResponseGradient: @escaping Kernel<LocalResponseArguments>,
    weightNorm: @escaping Kernel<WeightNormArguments>, weightNormGradient: @escaping Kernel<WeightNormArguments>
  ) {
    self.batchStatistics = batchStatistics
    self.updateRunningStatistics = updateRunningStatistics
    self.normalize = normalize
    self.sums = sums
    self.inputGradient = inputGradient
    self.rows = rows
    self.rowsGradient = rowsGradient
    self.rowsSums = rowsSums
    self.updatePlaneStatistics = updatePlaneStatistics
    self.localResponse = localResponse
    self.localResponseGradient = localResponseGradient
    self.weightNorm = weightNorm
    self.weightNormGradient = weightNormGradient
  }
}
