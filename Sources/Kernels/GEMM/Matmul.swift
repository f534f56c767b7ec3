import KernelInterface

/// Multiplies matrices block by block: a part of b is packed into scratch, then read by all rows of the unit.
@Sendable func matmul(_ arguments: MatmulArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  let columnsPerUnit = sizes.columnsPerUnit
  let columnBlocks = sizes.columns.groups(of: columnsPerUnit)
  let rowBlocks = sizes.rows.groups(of: MatmulArguments.Sizes.rowsPerUnit)
  let packed = arguments.scratch.assumingMemoryBound(to: Float.self)
  for unit in units {
    let batch = unit / (rowBlocks * columnBlocks)
    let row = unit / columnBlocks % rowBlocks * MatmulArguments.Sizes.rowsPerUnit
    let column = unit % columnBlocks * columnsPerUnit
    let rows = min(MatmulArguments.Sizes.rowsPerUnit, sizes.rows - row)
    let columns = min(columnsPerUnit, sizes.columns - column)
    let c = arguments.c + (batch * sizes.rows + row) * sizes.columns + column
    let a = arguments.a + batch * arguments.aStrides.batch + row * arguments.aStrides.row
    let b = arguments.b + batch * arguments.bStrides.batch + column * arguments.bStrides.column
    var step = 0
    repeat {
      let steps = min(PackedPart.depth, sizes.steps - step)
      packFactor(b + step * arguments.bStrides.row, arguments.bStrides, steps, columns, packed)
      multiplyPacked(
        rows: rows, columns: columns,
        (
          a + step * arguments.aStrides.column, arguments.aStrides.row, arguments.aStrides.column,
          UnsafePointer(packed), (PackedPart.pitch, nil), steps, oneRun
        ), into: c, row: sizes.columns, adds: step > 0)
      step += steps
    } while step < sizes.steps
  }
}

/// Multiplies all tiles of a unit with one packed part of b.
@inline(__always)
private func multiplyPacked(
  rows: Int, columns: Int, _ factors: TileFactors, into c: UnsafeMutablePointer<Float>, row cRow: Int, adds: Bool
) {
  let buffer = UnsafeMutablePointer(mutating: factors.b) + PackedPart.depth * PackedPart.pitch
  var j = 0
  while j < columns {
    var i = 0
    while i < rows {
      var tile = factors
      tile.a += i * factors.aRow
      tile.b += j
      multiplyTile(
        rows: min(tileRows, rows - i), columns: min(tileWidth, columns - j), tile, into: c + i * cRow + j, row: cRow,
        from: (nil, nil, adds), buffer: buffer)
      i += tileRows
    }
    j += tileWidth
  }
}

/// Copies steps of b into rows of `pitch` floats, filled with zeros up to a whole lane.
@inline(__always)
private func packFactor(
  _ b: UnsafePointer<Float>, _ strides: MatmulArguments.Strides, _ steps: Int, _ columns: Int,
  _ packed: UnsafeMutablePointer<Float>
) {
  let padded = columns.groups(of: Lane.scalarCount) * Lane.scalarCount
  for step in 0..<steps {
    let row = packed + step * PackedPart.pitch
    if strides.column == 1 {
      copyCells(b + step * strides.row, row, columns)
    }
    clearCells(row + columns, padded - columns)
  }
  if strides.column == 1 { return }
  for column in 0..<columns {
    let cells = b + column * strides.column
    for step in 0..<steps { packed[step * PackedPart.pitch + column] = cells[step * strides.row] }
  }
}

/// Each element as one sum in the order of the steps.
@Sendable func referenceMatmul(_ arguments: MatmulArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  let (a, b) = (arguments.aStrides, arguments.bStrides)
  for index in share(units, of: sizes.units, sizes.batch * sizes.rows * sizes.columns) {
    let batch = index / (sizes.rows * sizes.columns)
    let row = index / sizes.columns % sizes.rows
    let column = index % sizes.columns
    var sum = 0.0
    for step in 0..<sizes.steps {
      let left = arguments.a[batch * a.batch + row * a.row + step * a.column]
      sum += Double(left) * Double(arguments.b[batch * b.batch + step * b.row + column * b.column])
    }
    arguments.c[index] = Float(sum)
  }
}

/// The part of `count` elements that a plain kernel computes for some of its units.
func share(_ units: Range<Int>, of unitCount: Int, _ count: Int) -> Range<Int> {
  if unitCount == 0 { return 0..<0 }
  let (low, high) = (units.lowerBound, units.upperBound)
  return count / unitCount * low + count % unitCount * low / unitCount..<count / unitCount * high + count % unitCount
    * high / unitCount
}
