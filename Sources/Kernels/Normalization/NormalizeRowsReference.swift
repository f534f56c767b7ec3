import KernelInterface

@Sendable func referenceNormalizeRows(_ arguments: RowNormalizationArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.length)
  forRows(layout, units) { row, column in
    var mean = 0.0
    if let means = arguments.mean {
      for i in 0..<layout.length { mean += Double(arguments.input[layout.place(row, i, column)]) / count }
      means[row * layout.columns + column] = Float(mean)
    }
    var variance = 0.0
    for i in 0..<layout.length {
      let distance = Double(arguments.input[layout.place(row, i, column)]) - mean
      variance += distance * distance / count
    }
    let inverse = 1 / (variance + arguments.epsilon).squareRoot()
    arguments.inverseDeviation[row * layout.columns + column] = Float(inverse)
    for i in 0..<layout.length {
      let place = layout.place(row, i, column)
      let channel = layout.channel(row, i)
      let normalized = (Double(arguments.input[place]) - mean) * inverse
      let scaled = normalized * Double(arguments.weight?[channel] ?? 1)
      arguments.output[place] = Float(scaled + Double(arguments.bias?[channel] ?? 0))
    }
  }
}

@Sendable func referenceNormalizeRowsGradient(_ arguments: RowNormalizationGradientArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let count = Double(layout.length)
  forRows(layout, units) { row, column in
    let mean = Double(arguments.mean?[row * layout.columns + column] ?? 0)
    let inverse = Double(arguments.inverseDeviation[row * layout.columns + column])
    var total = 0.0
    var product = 0.0
    for i in 0..<layout.length {
      let place = layout.place(row, i, column)
      let weighted = Double(arguments.upstream[place]) * Double(arguments.weight?[layout.channel(row, i)] ?? 1)
      total += weighted
      product += weighted * (Double(arguments.input[place]) - mean) * inverse
    }
    if arguments.mean == nil { total = 0 }
    for i in 0..<layout.length {
      let place = layout.place(row, i, column)
      let weighted = Double(arguments.upstream[place]) * Double(arguments.weight?[layout.channel(row, i)] ?? 1)
      let normalized = (Double(arguments.input[place]) - mean) * inverse
      arguments.inputGradient[place] = Float(inverse * (weighted - (total + normalized * product) / count))
    }
  }
}

@Sendable func referenceNormalizeRowsSums(_ arguments: RowNormalizationSumsArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  let width = layout.sumsChannelsTogether ? RowLayout.channelsPerUnit : 1
  for channel in units.lowerBound * width..<min(units.upperBound * width, layout.parameterCount) {
    var total = 0.0
    var product = 0.0
    for row in 0..<layout.rows where row % layout.groups == channel / layout.channels {
      for i in 0..<layout.length where layout.channel(row, i) == channel {
        for column in 0..<layout.columns {
          let place = layout.place(row, i, column)
          let statistics = row * layout.columns + column
          let distance = Double(arguments.input[place]) - Double(arguments.mean?[statistics] ?? 0)
          total += Double(arguments.upstream[place])
          product += Double(arguments.upstream[place]) * distance * Double(arguments.inverseDeviation[statistics])
        }
      }
    }
    arguments.biasGradient?[channel] = Float(total)
    arguments.weightGradient?[channel] = Float(product)
  }
}

extension RowLayout {
  /// The place of an element of one column of a row.
  @inline(__always)
  fileprivate func place(_ row: Int, _ element: Int, _ column: Int) -> Int {
    (row * length + element) * columns + column
  }

  /// The channel whose parameters an element has.
  @inline(__always)
  fileprivate func channel(_ row: Int, _ element: Int) -> Int { row % groups * channels + element / spatial }
}

/// Calls the body for every row and column of some units.
@inline(__always)
private func forRows(_ layout: RowLayout, _ units: Range<Int>, _ body: (_ row: Int, _ column: Int) -> Void) {
  let unitsPerRow = layout.columns == 1 ? 1 : layout.columns.groups(of: RowLayout.columnsPerUnit)
  for unit in units {
    let first = unit % unitsPerRow * RowLayout.columnsPerUnit
    for column in first..<min(first + RowLayout.columnsPerUnit, layout.columns) { body(unit / unitsPerRow, column) }
  }
}
