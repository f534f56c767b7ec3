/// The layout of a tensor whose rows are normalised each by itself: `rows x length x columns`.
///
/// A row is `length` elements that lie `columns` elements apart; there are `rows * columns` of them. With one column
/// the rows are divided into `groups` that take turns, element `i` of a row of group `g` having the parameters of
/// channel `g * channels + i / spatial`, with `channels * spatial = length`. With more columns there is one group, and
/// every element of a row is a channel.
package struct RowLayout: Hashable, Sendable {
  package var rows: Int
  package var groups: Int
  package var channels: Int
  package var spatial: Int
  package var columns: Int

  package init(rows: Int, groups: Int = 1, channels: Int, spatial: Int = 1, columns: Int = 1) {
    self.rows = rows
    self.groups = groups
    self.channels = channels
    self.spatial = spatial
    self.columns = columns
  }

  /// The number of elements that are normalised together.
  package var length: Int { channels * spatial }
  /// The number of means.
  package var statisticsCount: Int { rows * columns }
  /// The number of weights.
  package var parameterCount: Int { groups * channels }

  /// The columns that one unit does.
  package static let columnsPerUnit = 64
  /// The units of normalising and of the gradient by the input: one row, or some columns of the rows beside each other.
  package var units: Int { columns == 1 ? rows : rows * columns.groups(of: RowLayout.columnsPerUnit) }

  /// The channels whose sums one unit makes.
  package static let channelsPerUnit = 16
  /// Whether sums run over several channels at once, which lie side by side in every row.
  package var sumsChannelsTogether: Bool { columns == 1 && spatial == 1 && groups == 1 }
  /// The units of the gradients by the parameters.
  package var sumUnits: Int {
    sumsChannelsTogether ? parameterCount.groups(of: RowLayout.channelsPerUnit) : parameterCount
  }
}

/// Arguments of `(input - mean) / sqrt(variance + epsilon) * weight + bias` with the statistics of each row, or of
/// `input / sqrt(mean(input^2) + epsilon) * weight` where no means are taken; a unit is one of `RowLayout.units`.
///
/// The output may be the input's memory.
package struct RowNormalizationArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  /// Where the means are written; nil when none are subtracted.
  package var mean: UnsafeMutablePointer<Float>?
  /// Where `1 / sqrt(variance + epsilon)` is written.
  package var inverseDeviation: UnsafeMutablePointer<Float>
  /// nil stands for 1.
  package var weight: UnsafePointer<Float>?
  /// nil stands for 0.
  package var bias: UnsafePointer<Float>?
  package var epsilon: Double
  package var layout: RowLayout

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, mean: UnsafeMutablePointer<Float>?,
    inverseDeviation: UnsafeMutablePointer<Float>, weight: UnsafePointer<Float>?, bias: UnsafePointer<Float>?,
    epsilon: Double, layout: RowLayout
  ) {
    self.input = input
    self.output = output
    self.mean = mean
    self.inverseDeviation = inverseDeviation
    self.weight = weight
    self.bias = bias
    self.epsilon = epsilon
    self.layout = layout
  }
}

/// Arguments of the gradient by the input of normalised rows; a unit is one of `RowLayout.units`.
///
/// The gradient may be written over `upstream`.
package struct RowNormalizationGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var input: UnsafePointer<Float>
  package var inputGradient: UnsafeMutablePointer<Float>
  /// nil when no means were subtracted.
  package var mean: UnsafePointer<Float>?
  package var inverseDeviation: UnsafePointer<Float>
  package var weight: UnsafePointer<Float>?
  package var layout: RowLayout

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, inputGradient: UnsafeMutablePointer<Float>,
    mean: UnsafePointer<Float>?, inverseDeviation: UnsafePointer<Float>, weight: UnsafePointer<Float>?,
    layout: RowLayout
  ) {
    self.upstream = upstream
    self.input = input
    self.inputGradient = inputGradient
    self.mean = mean
    self.inverseDeviation = inverseDeviation
    self.weight = weight
    self.layout = layout
  }
}

/// Arguments of the gradients by the weight and bias of normalised rows; a unit is one of `RowLayout.sumUnits`.
package struct RowNormalizationSumsArguments {
  package var upstream: UnsafePointer<Float>
  package var input: UnsafePointer<Float>
  /// nil when no means were subtracted.
  package var mean: UnsafePointer<Float>?
  package var inverseDeviation: UnsafePointer<Float>
  /// The sum of upstream times the normalised input; nil when it is not wanted.
  package var weightGradient: UnsafeMutablePointer<Float>?
  /// The sum of upstream; nil when it is not wanted.
  package var biasGradient: UnsafeMutablePointer<Float>?
  package var layout: RowLayout

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>, mean: UnsafePointer<Float>?,
    inverseDeviation: UnsafePointer<Float>, weightGradient: UnsafeMutablePointer<Float>?,
    biasGradient: UnsafeMutablePointer<Float>?, layout: RowLayout
  ) {
    self.upstream = upstream
    self.input = input
    self.mean = mean
    self.inverseDeviation = inverseDeviation
    self.weightGradient = weightGradient
    self.biasGradient = biasGradient
    self.layout = layout
  }
}

/// Arguments of moving running statistics towards the mean over the samples of those of each plane; the only unit does
/// everything.
package struct PlaneStatisticsArguments {
  /// Of every channel of every sample.
  package var mean: UnsafePointer<Float>
  package var inverseDeviation: UnsafePointer<Float>
  package var runningMean: UnsafeMutablePointer<Float>
  package var runningVariance: UnsafeMutablePointer<Float>
  package var layout: ChannelLayout
  package var epsilon: Double
  /// The weight of the batch.
  package var momentum: Double

  package init(
    mean: UnsafePointer<Float>, inverseDeviation: UnsafePointer<Float>, runningMean: UnsafeMutablePointer<Float>,
    runningVariance: UnsafeMutablePointer<Float>, layout: ChannelLayout, epsilon: Double, momentum: Double
  ) {
    self.mean = mean
    self.inverseDeviation = inverseDeviation
    self.runningMean = runningMean
    self.runningVariance = runningVariance
    self.layout = layout
    self.epsilon = epsilon
    self.momentum = momentum
  }
}
