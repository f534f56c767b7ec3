import KernelInterface

/// Brings every row to mean 0 and variance 1, or to mean square 1, and applies weight and bias.
@Sendable func normalizeRows(_ arguments: RowNormalizationArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  if layout.columns == 1 {
    for row in units { normalizeRow(arguments, row) }
    return
  }
  for unit in units {
    forColumnBlocks(layout, unit) { row, column, width, isWide in
      if isWide {
        normalizeColumns(ColumnBlock(repeating: Lane()), arguments, row, column, Lane.scalarCount)
      } else {
        normalizeColumns(InlineArray<1, Lane>(repeating: Lane()), arguments, row, column, width)
      }
    }
  }
}

/// One row whose elements lie side by side.
@inline(__always)
private func normalizeRow(_ arguments: RowNormalizationArguments, _ row: Int) {
  let layout = arguments.layout
  let input = arguments.input + row * layout.length
  let output = arguments.output + row * layout.length
  let count = Double(layout.length)
  var mean: Float = 0
  var correction = 0.0
  if let means = arguments.mean {
    let exact = sum(input, layout.length) / count
    mean = Float(exact)
    correction = exact - Double(mean)
    means[row] = mean
  }
  let variance = max(squaredDistances(input, layout.length, to: mean) / count - correction * correction, 0)
  let inverse = Float(1 / (variance + arguments.epsilon).squareRoot())
  arguments.inverseDeviation[row] = inverse
  let first = row % layout.groups * layout.channels
  if layout.spatial == 1 {
    forColumns(layout.channels) { column, width in
      let normalized = (input.lane(column, width: width) - mean) * inverse
      let weight = arguments.weight?.lane(first + column, width: width) ?? Lane(repeating: 1)
      let bias = arguments.bias?.lane(first + column, width: width) ?? Lane()
      output.store(normalized.multiplied(by: weight, adding: bias), column, width: width)
    }
    return
  }
  for channel in 0..<layout.channels {
    let scale = Lane(repeating: (arguments.weight?[first + channel] ?? 1) * inverse)
    let bias = Lane(repeating: arguments.bias?[first + channel] ?? 0)
    let start = channel * layout.spatial
    forColumns(layout.spatial) { column, width in
      let distance = input.lane(start + column, width: width) - mean
      output.store(distance.multiplied(by: scale, adding: bias), start + column, width: width)
    }
  }
}

/// Some columns of the rows beside each other, all elements of them.
@inline(__always)
private func normalizeColumns<let lanes: Int>(
  _ zeros: InlineArray<lanes, Lane>, _ arguments: RowNormalizationArguments, _ row: Int, _ column: Int, _ width: Int
) {
  let layout = arguments.layout
  let length = layout.length
  let input = arguments.input + (row * length * layout.columns + column)
  let output = arguments.output + (row * length * layout.columns + column)
  let statistics = row * layout.columns + column
  var means = zeros
  if let written = arguments.mean {
    for i in 0..<length {
      for l in 0..<lanes { means[l] += input.lane(i * layout.columns + l * Lane.scalarCount, width: width) }
    }
    for l in 0..<lanes {
      means[l] /= Float(length)
      written.store(means[l], statistics + l * Lane.scalarCount, width: width)
    }
  }
  var inverses = zeros
  for i in 0..<length {
    for l in 0..<lanes {
      let distance = input.lane(i * layout.columns + l * Lane.scalarCount, width: width) - means[l]
      inverses[l].accumulate(distance, distance)
    }
  }
  for l in 0..<lanes {
    inverses[l] = 1 / (inverses[l] / Float(length) + Float(arguments.epsilon)).squareRoot()
    arguments.inverseDeviation.store(inverses[l], statistics + l * Lane.scalarCount, width: width)
  }
  for i in 0..<length {
    let weight = arguments.weight?[i] ?? 1
    let bias = Lane(repeating: arguments.bias?[i] ?? 0)
    for l in 0..<lanes {
      let place = i * layout.columns + l * Lane.scalarCount
      let distance = input.lane(place, width: width) - means[l]
      output.store(distance.multiplied(by: inverses[l] * weight, adding: bias), place, width: width)
    }
  }
}

/// The lanes that are worked on side by side, so that whole cache lines of every element are used.
typealias ColumnBlock = InlineArray<4, Lane>

/// Calls the body for the blocks of columns of a unit: four lanes where they fit, else one that may be partly filled.
@inline(__always)
func forColumnBlocks(
  _ layout: RowLayout, _ unit: Int, _ body: (_ row: Int, _ column: Int, _ width: Int, _ isWide: Bool) -> Void
) {
  let unitsPerRow = layout.columns.groups(of: RowLayout.columnsPerUnit)
  let row = unit / unitsPerRow
  var column = unit % unitsPerRow * RowLayout.columnsPerUnit
  let end = min(column + RowLayout.columnsPerUnit, layout.columns)
  while column < end {
    let isWide = column + 4 * Lane.scalarCount <= end
    body(row, column, min(Lane.scalarCount, end - column), isWide)
    column += isWide ? 4 * Lane.scalarCount : Lane.scalarCount
  }
}
