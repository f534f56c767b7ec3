import KernelInterface

/// Copies blocks of rows: whole vectors where both sides are contiguous, small squares where rows become columns.
@Sendable func copyStrided(_ arguments: StridedCopyArguments, _ units: Range<Int>) {
  let axes = arguments.axes
  let (rowAxis, cellAxis) = (axes.count - 2, axes.count - 1)
  let rowsPerUnit = StridedCopyArguments.rowsPerUnit(axes)
  let rowBlocks = axes.size(rowAxis).groups(of: rowsPerUnit)
  let cellBlocks = axes.size(cellAxis).groups(of: StridedCopyArguments.cellsPerUnit)
  for unit in units {
    let place = offsets(unit / (rowBlocks * cellBlocks), in: axes, first: rowAxis)
    let row = unit / cellBlocks % rowBlocks * rowsPerUnit
    let cell = unit % cellBlocks * StridedCopyArguments.cellsPerUnit
    let source = place.left + row * axes.leftStep(rowAxis) + cell * axes.leftStep(cellAxis)
    let destination = place.right + row * axes.rightStep(rowAxis) + cell * axes.rightStep(cellAxis)
    copyBlock(
      arguments.input + source, (axes.leftStep(rowAxis), axes.leftStep(cellAxis)), arguments.output + destination,
      (axes.rightStep(rowAxis), axes.rightStep(cellAxis)),
      rows: min(rowsPerUnit, axes.size(rowAxis) - row),
      cells: min(StridedCopyArguments.cellsPerUnit, axes.size(cellAxis) - cell))
  }
}

/// One element at a time.
@Sendable func referenceCopyStrided(_ arguments: StridedCopyArguments, _ units: Range<Int>) {
  let axes = arguments.axes
  let count = axes.iterations(ofFirst: axes.count)
  for index in share(units, of: StridedCopyArguments.units(axes), count) {
    let place = offsets(index, in: axes, first: axes.count)
    arguments.output[place.right] = arguments.input[place.left]
  }
}

/// Elements from one row, and from one cell of a row, to the next.
private typealias BlockSteps = (row: Int, cell: Int)

@inline(__always)
private func copyBlock(
  _ source: UnsafePointer<Float>, _ from: BlockSteps, _ destination: UnsafeMutablePointer<Float>, _ to: BlockSteps,
  rows: Int, cells: Int
) {
  if to.cell == 1 && from.row == 1 && from.cell > 1 && rows > 1 {
    if cells == 2 && to.row == 2 {
      interleave(source, source + from.cell, destination, rows)
    } else {
      transposeBlock(source, from.cell, destination, to.row, rows: rows, cells: cells)
    }
    return
  }
  for row in 0..<rows {
    let input = source + row * from.row
    let output = destination + row * to.row
    if to.cell == 1 && from.cell == 0 {
      output.update(repeating: input[0], count: cells)
    } else if to.cell == 1 {
      copyCells(input, step: from.cell, output, cells)
    } else {
      for cell in 0..<cells { output[cell * to.cell] = input[cell * from.cell] }
    }
  }
}

/// Writes the elements of two rows in turn.
@inline(__always)
private func interleave(
  _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>,
  _ count: Int
) {
  var i = 0
  while i + 4 <= count {
    var pairs = SIMD8<Float>()
    pairs.evenHalf = UnsafeRawPointer(first + i).loadUnaligned(as: SIMD4<Float>.self)
    pairs.oddHalf = UnsafeRawPointer(second + i).loadUnaligned(as: SIMD4<Float>.self)
    UnsafeMutableRawPointer(destination + 2 * i).storeBytes(of: pairs, as: SIMD8<Float>.self)
    i += 4
  }
  while i < count {
    destination[2 * i] = first[i]
    destination[2 * i + 1] = second[i]
    i += 1
  }
}

/// Copies a block whose rows lie one behind the other in the source, and whose cells do in the destination.
///
/// Sixteen rows at a time: a cache line of the source is read once.
@inline(__always)
private func transposeBlock(
  _ source: UnsafePointer<Float>, _ sourceStep: Int, _ destination: UnsafeMutablePointer<Float>, _ destinationStep: Int,
  rows: Int, cells: Int
) {
  var first = 0
  while first < rows {
    let end = min(first + 16, rows)
    var cell = 0
    while cell + 4 <= cells {
      var row = first
      while row + 4 <= end {
        transposeSquare(
          source + (cell * sourceStep + row), sourceStep, destination + (row * destinationStep + cell), destinationStep)
        row += 4
      }
      while row < end {
        for i in cell..<cell + 4 { destination[row * destinationStep + i] = source[i * sourceStep + row] }
        row += 1
      }
      cell += 4
    }
    while cell < cells {
      for row in first..<end { destination[row * destinationStep + cell] = source[cell * sourceStep + row] }
      cell += 1
    }
    first = end
  }
}

/// Transposes four by four elements.
@inline(__always)
private func transposeSquare(
  _ source: UnsafePointer<Float>, _ sourceStep: Int, _ destination: UnsafeMutablePointer<Float>, _ destinationStep: Int
) {
  let upper = pair(source, source + sourceStep)
  let lower = pair(source + 2 * sourceStep, source + 3 * sourceStep)
  let even = SIMD8(lowHalf: upper.evenHalf, highHalf: lower.evenHalf)
  let odd = SIMD8(lowHalf: upper.oddHalf, highHalf: lower.oddHalf)
  store(even.evenHalf, destination)
  store(odd.evenHalf, destination + destinationStep)
  store(even.oddHalf, destination + 2 * destinationStep)
  store(odd.oddHalf, destination + 3 * destinationStep)
}

@inline(__always)
private func pair(_ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>) -> SIMD8<Float> {
  SIMD8(
    lowHalf: UnsafeRawPointer(first).loadUnaligned(as: SIMD4<Float>.self),
    highHalf: UnsafeRawPointer(second).loadUnaligned(as: SIMD4<Float>.self))
}

@inline(__always)
private func store(_ vector: SIMD4<Float>, _ destination: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(destination).storeBytes(of: vector, as: SIMD4<Float>.self)
}
