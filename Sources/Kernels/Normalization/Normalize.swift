import KernelInterface

/// `input * scale + shift`, where each channel's scale and shift come from its statistics, weight and bias.
@Sendable func normalize(_ arguments: NormalizationArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for unit in units {
    let channel = unit % layout.channels
    let scale = Float(arguments.statistics.scale(channel))
    let mean = arguments.statistics.mean[channel]
    let shift = (arguments.bias?[channel] ?? 0) - mean * scale
    let input = arguments.input + unit * layout.spatial
    let output = arguments.output + unit * layout.spatial
    forColumns(layout.spatial) { column, width in
      let x = input.lane(column, width: width)
      output.store(x.multiplied(by: Lane(repeating: scale), adding: Lane(repeating: shift)), column, width: width)
    }
  }
}

@Sendable func referenceNormalize(_ arguments: NormalizationArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for unit in units {
    let channel = unit % layout.channels
    let scale = arguments.statistics.scale(channel)
    let mean = Double(arguments.statistics.mean[channel])
    for i in unit * layout.spatial..<(unit + 1) * layout.spatial {
      let value = (Double(arguments.input[i]) - mean) * scale
      arguments.output[i] = Float(value + Double(arguments.bias?[channel] ?? 0))
    }
  }
}

extension ChannelStatistics {
  /// `1 / sqrt(variance + epsilon)`.
  @inline(__always)
  func inverseDeviation(_ channel: Int) -> Double { 1 / (Double(variance[channel]) + epsilon).squareRoot() }

  /// The factor of a channel: its weight over its deviation.
  @inline(__always)
  func scale(_ channel: Int) -> Double { Double(weight?[channel] ?? 1) * inverseDeviation(channel) }
}
