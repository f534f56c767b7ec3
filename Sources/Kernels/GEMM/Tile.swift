import KernelInterface

/// Two factors of a tile, a(row, step) and b(step, column), whose products are summed over the steps of all runs; b's
/// columns are contiguous. Kernels use no types of their own: their metadata would be code for one instruction set under
/// a shared name.
typealias TileFactors = (
  a: UnsafePointer<Float>, aRow: Int, aStep: Int, b: UnsafePointer<Float>, bSteps: TileSteps, steps: Int, runs: TileRuns
)

/// Where the steps of a run lie in b: evenly apart, or where a table says.
typealias TileSteps = (stride: Int, places: UnsafePointer<Int>?)

/// How many runs of steps there are, and how far they lie apart in a and in b.
typealias TileRuns = (count: Int, aStride: Int, bStride: Int)

/// All steps as one.
var oneRun: TileRuns { @inline(__always) get { (1, 0, 0) } }

/// What a tile's sums start from: zero, a bias for each row or column, or what the destination holds.
typealias TileStart = (rowBias: UnsafePointer<Float>?, columnBias: UnsafePointer<Float>?, adds: Bool)

/// The rows of a full tile.
var tileRows: Int { @inline(__always) get { TileSums.count } }

/// Rows of a panel of weights; up to two tiles share rows evenly.
@inline(__always)
func panelRows(of rows: Int) -> Int {
  rows <= 2 * tileRows ? max(1, rows.groups(of: rows.groups(of: tileRows))) : tileRows
}

/// The vectors in a row of a full tile.
var tileLanes: Int { @inline(__always) get { TileSums.Element.count } }
/// The columns of a full tile.
var tileWidth: Int { @inline(__always) get { tileLanes * Lane.scalarCount } }

/// Writes `start + a * b` to a tile of c with up to `tileRows` rows and `tileWidth` columns.
///
/// b may be read up to the next multiple of a lane. `buffer` holds a full tile; only a part of a lane needs it.
@inline(__always)
func multiplyTile(
  rows: Int, columns: Int, _ factors: TileFactors, into c: UnsafeMutablePointer<Float>, row cRow: Int,
  from start: TileStart, buffer: UnsafeMutablePointer<Float>
) {
  if columns % Lane.scalarCount == 0 {
    multiplyLanes(rows, columns / Lane.scalarCount, factors, c, cRow, start)
    return
  }
  let lanes = columns / Lane.scalarCount + 1
  let row = lanes * Lane.scalarCount
  let preloads = start.adds || start.columnBias != nil
  if preloads {
    for i in 0..<rows {
      for j in 0..<columns { buffer[i * row + j] = start.columnBias?[j] ?? c[i * cRow + j] }
    }
  }
  let bufferStart: TileStart = (preloads ? nil : start.rowBias, nil, preloads)
  multiplyLanes(rows, lanes, factors, buffer, row, bufferStart)
  for i in 0..<rows {
    for j in 0..<columns { c[i * cRow + j] = buffer[i * row + j] }
  }
}

/// Chooses the register tile of whole lanes.
@inline(never)
func multiplyLanes(
  _ rows: Int, _ lanes: Int, _ factors: TileFactors, _ c: UnsafeMutablePointer<Float>, _ cRow: Int, _ start: TileStart
) {
  switch lanes {
  case 1: multiplyRows(rows, InlineArray<1, Lane>(repeating: Lane()), factors, c, cRow, start)
  case 2 where tileLanes >= 2: multiplyRows(rows, InlineArray<2, Lane>(repeating: Lane()), factors, c, cRow, start)
  case 3 where tileLanes >= 3: multiplyRows(rows, InlineArray<3, Lane>(repeating: Lane()), factors, c, cRow, start)
  case 4 where tileLanes >= 4: multiplyRows(rows, InlineArray<4, Lane>(repeating: Lane()), factors, c, cRow, start)
  default: break
  }
}

@inline(__always)
private func multiplyRows<let lanes: Int>(
  _ rows: Int, _ zero: InlineArray<lanes, Lane>, _ factors: TileFactors, _ c: UnsafeMutablePointer<Float>,
  _ cRow: Int, _ start: TileStart
) {
  switch rows {
  case 1: multiply(InlineArray<1, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  case 2: multiply(InlineArray<2, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  case 3: multiply(InlineArray<3, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  case 4: multiply(InlineArray<4, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  case 5 where tileRows >= 5:
    multiply(InlineArray<5, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  case 6 where tileRows >= 6:
    multiply(InlineArray<6, InlineArray<lanes, Lane>>(repeating: zero), factors, c, cRow, start)
  default: break
  }
}

@inline(__always)
private func multiply<let rows: Int, let lanes: Int>(
  _ zero: InlineArray<rows, InlineArray<lanes, Lane>>, _ factors: TileFactors, _ c: UnsafeMutablePointer<Float>,
  _ cRow: Int, _ start: TileStart
) {
  var sums = zero
  if start.adds {
    for i in 0..<rows {
      for j in 0..<lanes { sums[i][j] = c.lane(i * cRow + j * Lane.scalarCount) }
    }
  } else if let bias = start.rowBias {
    for i in 0..<rows {
      for j in 0..<lanes { sums[i][j] = Lane(repeating: bias[i]) }
    }
  } else if let bias = start.columnBias {
    for i in 0..<rows {
      for j in 0..<lanes { sums[i][j] = bias.lane(j * Lane.scalarCount) }
    }
  }
  for run in 0..<factors.runs.count {
    let a = factors.a + run * factors.runs.aStride
    let b = factors.b + run * factors.runs.bStride
    if let places = factors.bSteps.places {
      for step in 0..<factors.steps { addStep(&sums, a + step * factors.aStep, factors.aRow, b + places[step]) }
    } else {
      for step in 0..<factors.steps {
        addStep(&sums, a + step * factors.aStep, factors.aRow, b + step * factors.bSteps.stride)
      }
    }
  }
  for i in 0..<rows {
    for j in 0..<lanes { c.store(sums[i][j], i * cRow + j * Lane.scalarCount) }
  }
}

/// Adds the products of one step.
@inline(__always)
private func addStep<let rows: Int, let lanes: Int>(
  _ sums: inout InlineArray<rows, InlineArray<lanes, Lane>>, _ a: UnsafePointer<Float>, _ aRow: Int,
  _ b: UnsafePointer<Float>
) {
  var vectors = InlineArray<lanes, Lane>(repeating: Lane())
  for j in 0..<lanes { vectors[j] = b.lane(j * Lane.scalarCount) }
  for i in 0..<rows {
    let scalar = Lane(repeating: a[i * aRow])
    for j in 0..<lanes { sums[i][j].accumulate(scalar, vectors[j]) }
  }
}
