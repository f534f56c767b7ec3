import KernelInterface

/// The sums of upstream, and of upstream times the normalised input, over each channel.
@Sendable func normalizeRowsSums(_ arguments: RowNormalizationSumsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  if layout.sumsChannelsTogether {
    for unit in units {
      let first = unit * RowLayout.channelsPerUnit
      forColumns(min(RowLayout.channelsPerUnit, layout.parameterCount - first)) { column, width in
        sumChannels(arguments, first + column, width)
      }
    }
    return
  }
  for channel in units {
    var total = 0.0
    var product = 0.0
    var row = channel / layout.channels
    while row < layout.rows {
      let start = (row * layout.channels + channel % layout.channels) * layout.spatial * layout.columns
      let (sum, weighted) =
        layout.columns == 1
        ? planeSums(arguments, row, start)
        : columnSums(arguments, row, start)
      total += sum
      product += weighted
      row += layout.groups
    }
    arguments.biasGradient?[channel] = Float(total)
    arguments.weightGradient?[channel] = Float(product)
  }
}

/// Channels that lie side by side in every row.
@inline(__always)
private func sumChannels(_ arguments: RowNormalizationSumsArguments, _ channel: Int, _ width: Int) {
  let layout = arguments.layout
  var (sums, products) = (Lane(), Lane())
  var row = 0
  while row < layout.rows {
    var (blockSums, blockProducts) = (Lane(), Lane())
    for row in row..<min(row + 256, layout.rows) {
      let upstream = arguments.upstream.lane(row * layout.length + channel, width: width)
      let input = arguments.input.lane(row * layout.length + channel, width: width)
      blockSums += upstream
      blockProducts.accumulate(upstream, (input - (arguments.mean?[row] ?? 0)) * arguments.inverseDeviation[row])
    }
    sums += blockSums
    products += blockProducts
    row += 256
  }
  arguments.biasGradient?.store(sums, channel, width: width)
  arguments.weightGradient?.store(products, channel, width: width)
}

/// The sums over one plane, whose statistics are those of its row.
@inline(__always)
private func planeSums(
  _ arguments: RowNormalizationSumsArguments, _ row: Int, _ start: Int
) -> (total: Double, product: Double) {
  let mean = arguments.mean?[row] ?? 0
  var (sums, products) = (Lane(), Lane())
  forColumns(arguments.layout.spatial) { column, width in
    let upstream = arguments.upstream.lane(start + column, width: width)
    sums += upstream
    products.accumulate(upstream, arguments.input.lane(start + column, width: width, filler: mean) - mean)
  }
  return (Double(sums.total), Double(products.total) * Double(arguments.inverseDeviation[row]))
}

/// The sums over one element of all columns, each of which has statistics of its own.
@inline(__always)
private func columnSums(
  _ arguments: RowNormalizationSumsArguments, _ row: Int, _ start: Int
) -> (total: Double, product: Double) {
  let statistics = row * arguments.layout.columns
  var (sums, products) = (Lane(), Lane())
  forColumns(arguments.layout.columns) { column, width in
    let upstream = arguments.upstream.lane(start + column, width: width)
    let mean = arguments.mean?.lane(statistics + column, width: width) ?? Lane()
    let distance = arguments.input.lane(start + column, width: width) - mean
    sums += upstream
    products.accumulate(upstream, distance * arguments.inverseDeviation.lane(statistics + column, width: width))
  }
  return (Double(sums.total), Double(products.total))
}
