import KernelInterface

/// Moves the running statistics of each channel towards the mean over the samples of those of its planes, the variances
/// as the unbiased ones.
@Sendable func updatePlaneStatistics(_ arguments: PlaneStatisticsArguments, _ units: Range<Int>) {
  guard !units.isEmpty else { return }
  let layout = arguments.layout
  let unbiasing = Double(layout.spatial) / Double(layout.spatial - 1)
  for channel in 0..<layout.channels {
    var mean = 0.0
    var variance = 0.0
    for sample in 0..<layout.samples {
      let plane = sample * layout.channels + channel
      let inverse = Double(arguments.inverseDeviation[plane])
      mean += Double(arguments.mean[plane])
      variance += max(1 / (inverse * inverse) - arguments.epsilon, 0) * unbiasing
    }
    let share = arguments.momentum / Double(layout.samples)
    let kept = 1 - arguments.momentum
    arguments.runningMean[channel] = Float(kept * Double(arguments.runningMean[channel]) + share * mean)
    arguments.runningVariance[channel] = Float(kept * Double(arguments.runningVariance[channel]) + share * variance)
  }
}
