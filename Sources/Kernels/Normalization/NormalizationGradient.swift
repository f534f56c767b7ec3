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
      total += Double(sums.sum())
      product += Double(products.sum())
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

/// `scale * (upstream - mean(upstream) - normalised * mean(upstream * normalised))` of each channel.
@Sendable func normalizationInputGradient(_ arguments: NormalizationInputGradientArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.valuesPerChannel)
  for unit in units {
    let channel = unit % layout.channels
    let mean = arguments.statistics.mean[channel]
    let scale = arguments.statistics.scale(channel)
    let inverse = arguments.statistics.inverseDeviation(channel)
    let constant = Float(-scale * Double(arguments.biasGradient[channel]) / count)
    let slope = Float(-scale * inverse * Double(arguments.weightGradient[channel]) / count)
    let upstream = arguments.upstream + unit * layout.spatial
    let input = arguments.input + unit * layout.spatial
    let gradient = arguments.inputGradient + unit * layout.spatial
    forColumns(layout.spatial) { column, width in
      let distance = input.lane(column, width: width) - mean
      let rest = distance.multiplied(by: Lane(repeating: slope), adding: Lane(repeating: constant))
      let scaled = upstream.lane(column, width: width).multiplied(by: Lane(repeating: Float(scale)), adding: rest)
      gradient.store(scaled, column, width: width)
    }
  }
}

@Sendable func referenceNormalizationInputGradient(
  _ arguments: NormalizationInputGradientArguments, _ units: Range<Int>
) {
  let layout = arguments.layout
  let count = Double(layout.valuesPerChannel)
  for unit in units {
    let channel = unit % layout.channels
    let statistics = arguments.statistics
    for i in unit * layout.spatial..<(unit + 1) * layout.spatial {
      let distance = Double(arguments.input[i]) - Double(statistics.mean[channel])
      let normalized = distance * statistics.inverseDeviation(channel)
      let common =
        (Double(arguments.biasGradient[channel]) + normalized * Double(arguments.weightGradient[channel])) / count
      arguments.inputGradient[i] = Float(statistics.scale(channel) * (Double(arguments.upstream[i]) - common))
    }
  }
}
