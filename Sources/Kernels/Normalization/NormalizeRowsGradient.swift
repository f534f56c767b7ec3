import KernelInterface

/// `inverse * (g - mean(g) - normalised * mean(g * normalised))` of each row, with `g` the upstream times the weight; the
/// first mean is left out where the row's own was.
@Sendable func normalizeRowsGradient(_ arguments: RowNormalizationGradientArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  if layout.columns == 1 {
    for row in units {
      if layout.spatial == 1 {
        rowGradient(arguments, row)
      } else {
        planesGradient(arguments, row)
      }
    }
    return
  }
  for unit in units {
    forColumnBlocks(layout, unit) { row, column, width, isWide in
      if isWide {
        columnsGradient(ColumnBlock(repeating: Lane()), arguments, row, column, Lane.scalarCount)
      } else {
        columnsGradient(InlineArray<1, Lane>(repeating: Lane()), arguments, row, column, width)
      }
    }
  }
}

/// A row of which every element has a weight.
@inline(__always)
private func rowGradient(_ arguments: RowNormalizationGradientArguments, _ row: Int) {
  let length = arguments.layout.length
  let upstream = arguments.upstream + row * length
  let input = arguments.input + row * length
  let gradient = arguments.inputGradient + row * length
  let weight = arguments.weight.map { $0 + row % arguments.layout.groups * arguments.layout.channels }
  let mean = arguments.mean?[row] ?? 0
  let inverse = arguments.inverseDeviation[row]
  var sums = Lane()
  var products = Lane()
  forColumns(length) { column, width in
    let weighted = upstream.lane(column, width: width) * (weight?.lane(column, width: width) ?? Lane(repeating: 1))
    sums += weighted
    products.accumulate(weighted, (input.lane(column, width: width, filler: mean) - mean) * inverse)
  }
  let constant = arguments.mean == nil ? 0 : -sums.total * inverse / Float(length)
  let slope = Lane(repeating: -products.total * inverse * inverse / Float(length))
  forColumns(length) { column, width in
    let weighted = upstream.lane(column, width: width) * (weight?.lane(column, width: width) ?? Lane(repeating: 1))
    let rest = (input.lane(column, width: width) - mean).multiplied(by: slope, adding: Lane(repeating: constant))
    gradient.store(weighted.multiplied(by: Lane(repeating: inverse), adding: rest), column, width: width)
  }
}

/// A row of planes, each with a weight.
@inline(__always)
private func planesGradient(_ arguments: RowNormalizationGradientArguments, _ row: Int) {
  let layout = arguments.layout
  let upstream = arguments.upstream + row * layout.length
  let input = arguments.input + row * layout.length
  let gradient = arguments.inputGradient + row * layout.length
  let first = row % layout.groups * layout.channels
  let mean = arguments.mean?[row] ?? 0
  let inverse = Double(arguments.inverseDeviation[row])
  var total = 0.0
  var product = 0.0
  for channel in 0..<layout.channels {
    let start = channel * layout.spatial
    var sums = Lane()
    var products = Lane()
    forColumns(layout.spatial) { column, width in
      let flowing = upstream.lane(start + column, width: width)
      sums += flowing
      products.accumulate(flowing, input.lane(start + column, width: width, filler: mean) - mean)
    }
    let weight = Double(arguments.weight?[first + channel] ?? 1)
    total += Double(sums.total) * weight
    product += Double(products.total) * weight
  }
  let count = Double(layout.length)
  let constant = Lane(repeating: arguments.mean == nil ? 0 : Float(-total * inverse / count))
  let slope = Lane(repeating: Float(-product * inverse * inverse * inverse / count))
  for channel in 0..<layout.channels {
    let start = channel * layout.spatial
    let scale = Lane(repeating: Float(Double(arguments.weight?[first + channel] ?? 1) * inverse))
    forColumns(layout.spatial) { column, width in
      let place = start + column
      let rest = (input.lane(place, width: width) - mean).multiplied(by: slope, adding: constant)
      gradient.store(upstream.lane(place, width: width).multiplied(by: scale, adding: rest), place, width: width)
    }
  }
}

/// Some columns of the rows beside each other.
@inline(__always)
private func columnsGradient<let lanes: Int>(
  _ zeros: InlineArray<lanes, Lane>, _ arguments: RowNormalizationGradientArguments, _ row: Int, _ column: Int,
  _ width: Int
) {
  let layout = arguments.layout
  let start = row * layout.length * layout.columns + column
  let statistics = row * layout.columns + column
  var (means, inverses, constants, slopes) = (zeros, zeros, zeros, zeros)
  for l in 0..<lanes {
    if let mean = arguments.mean { means[l] = mean.lane(statistics + l * Lane.scalarCount, width: width) }
    inverses[l] = arguments.inverseDeviation.lane(statistics + l * Lane.scalarCount, width: width)
  }
  for i in 0..<layout.length {
    let weight = arguments.weight?[i] ?? 1
    for l in 0..<lanes {
      let place = start + i * layout.columns + l * Lane.scalarCount
      let weighted = arguments.upstream.lane(place, width: width) * weight
      constants[l] += weighted
      slopes[l].accumulate(weighted, arguments.input.lane(place, width: width) - means[l])
    }
  }
  let share = -1 / Float(layout.length)
  for l in 0..<lanes {
    constants[l] = arguments.mean == nil ? Lane() : constants[l] * inverses[l] * share
    slopes[l] = slopes[l] * inverses[l] * inverses[l] * inverses[l] * share
  }
  for i in 0..<layout.length {
    let weight = arguments.weight?[i] ?? 1
    for l in 0..<lanes {
      let place = start + i * layout.columns + l * Lane.scalarCount
      let distance = arguments.input.lane(place, width: width) - means[l]
      let rest = distance.multiplied(by: slopes[l], adding: constants[l])
      let scaled = arguments.upstream.lane(place, width: width).multiplied(by: inverses[l] * weight, adding: rest)
      arguments.inputGradient.store(scaled, place, width: width)
    }
  }
}
