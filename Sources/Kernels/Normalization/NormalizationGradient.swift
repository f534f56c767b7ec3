import KernelInterface

/// The sums of upstream, and of upstream times the normalised input, over each channel.
@Sendable func normalizationSums(_ arguments: NormalizationSumsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for channel in units {
    let mean = arguments.statistics.mean[channel]
    var total = 0.0
    var product = 0.0
    for sample in 0..<layout.samples {
      let upstream = arguments.upstream + layout.plane(sample, channel)
      let input = arguments.input + layout.plane(sample, channel)
      var sums = Lane()
      var products = Lane()
      forColumns(layout.spatial) { column, width in
        let gradient = upstream.lane(column, width: width)
        sums += gradient
        products.accumulate(gradient, input.lane(column, width: width, filler: mean) - mean)
      }
      total += Double(sums.total)
      product += Double(products.total)
    }
    arguments.biasGradient[channel] = Float(total)
    arguments.weightGradient[channel] = Float(product * arguments.statistics.inverseDeviation(channel))
  }
}

@Sendable func referenceNormalizationSums(_ arguments: NormalizationSumsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for channel in units {
    let mean = Double(arguments.statistics.mean[channel])
    var total = 0.0
    var product = 0.0
    for sample in 0..<layout.samples {
      for i in layout.plane(sample, channel)..<layout.plane(sample, channel) + layout.spatial {
        total += Double(arguments.upstream[i])
        product += Double(arguments.upstream[i]) * (Double(arguments.input[i]) - mean)
      }
    }
    arguments.biasGradient[channel] = Float(total)
    arguments.weightGradient[channel] = Float(product * arguments.statistics.inverseDeviation(channel))
  }
}

/// `scale * (upstream - mean(upstream) - normalised * mean(upstream * normalised))` of each channel; without the
/// means when the statistics are constants.
@Sendable func normalizationInputGradient(_ arguments: NormalizationInputGradientArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.valuesPerChannel)
  for unit in units {
    let channel = unit % layout.channels
    let scale = arguments.statistics.scale(channel)
    let upstream = arguments.upstream + unit * layout.spatial
    let gradient = arguments.inputGradient + unit * layout.spatial
    guard let sums = arguments.sums else {
      forColumns(layout.spatial) { column, width in
        gradient.store(upstream.lane(column, width: width) * Float(scale), column, width: width)
      }
      continue
    }
    let mean = arguments.statistics.mean[channel]
    let inverse = arguments.statistics.inverseDeviation(channel)
    let constant = Lane(repeating: Float(-scale * Double(sums.biasGradient[channel]) / count))
    let slope = Lane(repeating: Float(-scale * inverse * Double(sums.weightGradient[channel]) / count))
    let input = arguments.input + unit * layout.spatial
    forColumns(layout.spatial) { column, width in
      let rest = (input.lane(column, width: width) - mean).multiplied(by: slope, adding: constant)
      let scaled = upstream.lane(column, width: width).multiplied(by: Lane(repeating: Float(scale)), adding: rest)
      gradient.store(scaled, column, width: width)
    }
  }
}

@Sendable func referenceNormalizationInputGradient(
  _ arguments: NormalizationInputGradientArguments, _ units: Range<Int>
) {
  let layout = arguments.layout
  let statistics = arguments.statistics
  let count = Double(layout.valuesPerChannel)
  for unit in units {
    let channel = unit % layout.channels
    for i in unit * layout.spatial..<(unit + 1) * layout.spatial {
      var common = 0.0
      if let sums = arguments.sums {
        let distance = Double(arguments.input[i]) - Double(statistics.mean[channel])
        let normalized = distance * statistics.inverseDeviation(channel)
        common = (Double(sums.biasGradient[channel]) + normalized * Double(sums.weightGradient[channel])) / count
      }
      arguments.inputGradient[i] = Float(statistics.scale(channel) * (Double(arguments.upstream[i]) - common))
    }
  }
}
