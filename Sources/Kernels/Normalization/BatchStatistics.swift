import KernelInterface

/// The mean of each channel, then the mean of the squared distances to it.
@Sendable func batchStatistics(_ arguments: BatchStatisticsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.valuesPerChannel)
  for channel in units {
    var total = 0.0
    for sample in 0..<layout.samples {
      total += sum(arguments.input + layout.plane(sample, channel), layout.spatial)
    }
    let mean = total / count
    var squares = 0.0
    for sample in 0..<layout.samples {
      squares += squaredDistances(arguments.input + layout.plane(sample, channel), layout.spatial, to: Float(mean))
    }
    let rounding = mean - Double(Float(mean))
    arguments.mean[channel] = Float(mean)
    arguments.variance[channel] = Float(max(squares / count - rounding * rounding, 0))
  }
}

@Sendable func referenceBatchStatistics(_ arguments: BatchStatisticsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.valuesPerChannel)
  for channel in units {
    var mean = 0.0
    var variance = 0.0
    for sample in 0..<layout.samples {
      for i in 0..<layout.spatial { mean += Double(arguments.input[layout.plane(sample, channel) + i]) / count }
    }
    for sample in 0..<layout.samples {
      for i in 0..<layout.spatial {
        let distance = Double(arguments.input[layout.plane(sample, channel) + i]) - mean
        variance += distance * distance / count
      }
    }
    arguments.mean[channel] = Float(mean)
    arguments.variance[channel] = Float(variance)
  }
}

/// Moves the running statistics towards the batch's, the variance as the unbiased one, and counts the batch.
@Sendable func updateRunningStatistics(_ arguments: RunningStatisticsArguments, _ units: Range<Int>) {
  guard !units.isEmpty else { return }
  arguments.batchesTracked[0] &+= 1
  let cumulative = arguments.momentum != arguments.momentum
  let share = cumulative ? Float(1 / Double(arguments.batchesTracked[0])) : arguments.momentum
  let count = Double(arguments.layout.valuesPerChannel)
  let unbiasing = Float(count / (count - 1))
  for channel in 0..<arguments.layout.channels {
    let mean = arguments.mean[channel]
    let variance = arguments.variance[channel] * unbiasing
    arguments.runningMean[channel] = (1 - share) * arguments.runningMean[channel] + share * mean
    arguments.runningVariance[channel] = (1 - share) * arguments.runningVariance[channel] + share * variance
  }
}

extension ChannelLayout {
  /// The place of the first value of one channel of one sample.
  @inline(__always)
  func plane(_ sample: Int, _ channel: Int) -> Int { (sample * channels + channel) * spatial }
}

private let blockLength = 1024

/// The sum of a row: vector sums of blocks, added in double precision.
func sum(_ row: UnsafePointer<Float>, _ count: Int) -> Double {
  var total = 0.0
  var start = 0
  while start < count {
    var sums = Lane()
    let length = min(blockLength, count - start)
    forColumns(length) { column, width in sums += row.lane(start + column, width: width) }
    total += Double(sums.total)
    start += blockLength
  }
  return total
}

/// The sum of the squared distances to a value, in blocks as above.
func squaredDistances(_ row: UnsafePointer<Float>, _ count: Int, to center: Float) -> Double {
  var total = 0.0
  var start = 0
  while start < count {
    var sums = Lane()
    let length = min(blockLength, count - start)
    forColumns(length) { column, width in
      let distance = row.lane(start + column, width: width, filler: center) - center
      sums.accumulate(distance, distance)
    }
    total += Double(sums.total)
    start += blockLength
  }
  return total
}
