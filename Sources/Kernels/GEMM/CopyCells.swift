/// Copies cells of one row: vectors, the last one overlapping, so that no cell beyond is touched.
@inline(__always)
func copyCells(_ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>, _ count: Int) {
  if count >= Lane.scalarCount {
    let last = count - Lane.scalarCount
    var i = 0
    while i < last {
      destination.store(source.lane(i), i)
      i += Lane.scalarCount
    }
    destination.store(source.lane(last), last)
  } else if Lane.scalarCount > 8, count >= 8 {
    copyEnds(source, destination, count, SIMD8<Float>())
  } else if Lane.scalarCount > 4, count >= 4 {
    copyEnds(source, destination, count, SIMD4<Float>())
  } else {
    for i in 0..<count { destination[i] = source[i] }
  }
}

/// Copies from one to two vectors' worth of cells as the first and the last vector.
@inline(__always)
private func copyEnds<Vector: SIMD & BitwiseCopyable>(
  _ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>, _ count: Int, _: Vector
) where Vector.Scalar == Float {
  let last = count - Vector.scalarCount
  let head = UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  let tail = UnsafeRawPointer(source + last).loadUnaligned(as: Vector.self)
  UnsafeMutableRawPointer(destination).storeBytes(of: head, as: Vector.self)
  UnsafeMutableRawPointer(destination + last).storeBytes(of: tail, as: Vector.self)
}

/// Copies every `step`-th cell of one row; reads no cell beyond the last that it copies.
@inline(__always)
func copyCells(
  _ source: UnsafePointer<Float>, step: Int, _ destination: UnsafeMutablePointer<Float>, _ count: Int
) {
  switch step {
  case 1: copyCells(source, destination, count)
  case 2 where count >= 4: copyVectors(InlineArray<2, Float>(repeating: 0), source, destination, count)
  case 3 where count >= 4: copyVectors(InlineArray<3, Float>(repeating: 0), source, destination, count)
  case 4 where count >= 4: copyVectors(InlineArray<4, Float>(repeating: 0), source, destination, count)
  default:
    var cells = source
    for i in 0..<count {
      destination[i] = cells[0]
      cells += step
    }
  }
}

/// Copies at least four cells that lie apart by as many as an array has elements, by vectors of which the last one
/// overlaps.
@inline(__always)
private func copyVectors<let step: Int>(
  _ apart: InlineArray<step, Float>, _ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>,
  _ count: Int
) {
  if count >= Lane.scalarCount {
    let last = count - Lane.scalarCount
    var i = 0
    while i < last {
      copyVector(apart, source + i * step, destination + i, Lane())
      i += Lane.scalarCount
    }
    copyVector(apart, source + last * step, destination + last, Lane())
  } else if Lane.scalarCount > 8, count >= 8 {
    copyVector(apart, source, destination, SIMD8<Float>())
    copyVector(apart, source + (count - 8) * step, destination + count - 8, SIMD8<Float>())
  } else {
    copyVector(apart, source, destination, SIMD4<Float>())
    copyVector(apart, source + (count - 4) * step, destination + count - 4, SIMD4<Float>())
  }
}

@inline(__always)
private func copyVector<let step: Int, Vector: SIMD & BitwiseCopyable>(
  _ apart: InlineArray<step, Float>, _ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>,
  _ vector: Vector
) where Vector.Scalar == Float {
  UnsafeMutableRawPointer(destination).storeBytes(of: takeVector(apart, source, vector), as: Vector.self)
}

/// A vector of cells that lie apart; reads up to the last of them.
@inline(__always)
private func takeVector<let step: Int, Vector: SIMD & BitwiseCopyable>(
  _: InlineArray<step, Float>, _ source: UnsafePointer<Float>, _: Vector
) -> Vector where Vector.Scalar == Float {
  let length = Vector.scalarCount
  // As many vectors as the step, the last one ending with the last cell.
  let lastStart = (step - 1) * (length - 1)
  let first = UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  let second = step > 2 ? UnsafeRawPointer(source + length).loadUnaligned(as: Vector.self) : first
  let third = step > 3 ? UnsafeRawPointer(source + 2 * length).loadUnaligned(as: Vector.self) : second
  let last = UnsafeRawPointer(source + lastStart).loadUnaligned(as: Vector.self)
  var result = Vector()
  for i in 0..<length {
    let cell = i * step
    if cell >= (step - 1) * length {
      result[i] = last[cell - lastStart]
    } else if cell >= 2 * length {
      result[i] = third[cell - 2 * length]
    } else if cell >= length {
      result[i] = second[cell - length]
    } else {
      result[i] = first[cell]
    }
  }
  return result
}

/// Cells of a row that `copyShortRows` copies at most, and how far apart they lie at most.
var shortRow: Int { @inline(__always) get { 8 } }
var mostShortStep: Int { @inline(__always) get { 4 } }

/// Rows of planes that are copied, and every how many cells of them.
typealias ShortRows = (cells: UnsafePointer<Float>, plane: Int, pitch: Int, step: Int)
typealias ShortRowsCopy = (cells: UnsafeMutablePointer<Float>, plane: Int, pitch: Int)

/// Copies rows of planes as whole vectors, with zeros outside of some cells of each row. Reads and writes `shortRow`
/// cells of every row.
@inline(__always)
func copyShortRows(
  _ source: ShortRows, _ copy: ShortRowsCopy, planes: Int, rows: Int, inside: Range<Int>
) {
  var mask = SIMD8<UInt32>()
  for i in 0..<shortRow { mask[i] = i >= inside.lowerBound && i < inside.upperBound ? .max : 0 }
  switch source.step {
  case 1: copyMasked(InlineArray<1, Float>(repeating: 0), source, copy, planes, rows, mask)
  case 2: copyMasked(InlineArray<2, Float>(repeating: 0), source, copy, planes, rows, mask)
  case 3: copyMasked(InlineArray<3, Float>(repeating: 0), source, copy, planes, rows, mask)
  default: copyMasked(InlineArray<4, Float>(repeating: 0), source, copy, planes, rows, mask)
  }
}

@inline(__always)
private func copyMasked<let step: Int>(
  _ apart: InlineArray<step, Float>, _ source: ShortRows, _ copy: ShortRowsCopy, _ planes: Int, _ rows: Int,
  _ mask: SIMD8<UInt32>
) {
  for plane in 0..<planes {
    var (cells, line) = (source.cells + plane * source.plane, copy.cells + plane * copy.plane)
    for _ in 0..<rows {
      let vector = unsafeBitCast(takeVector(apart, cells, SIMD8<Float>()), to: SIMD8<UInt32>.self) & mask
      UnsafeMutableRawPointer(line).storeBytes(of: vector, as: SIMD8<UInt32>.self)
      cells += source.pitch
      line += copy.pitch
    }
  }
}

/// Copies cells to every `step`-th cell of one row.
@inline(__always)
func spreadCells(
  _ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>, step: Int, _ count: Int
) {
  if step == 1 {
    copyCells(source, destination, count)
  } else {
    var cells = destination
    for i in 0..<count {
      cells[0] = source[i]
      cells += step
    }
  }
}

/// Fills cells of one row with zeros.
@inline(__always)
func clearCells(_ destination: UnsafeMutablePointer<Float>, _ count: Int) { fillCells(destination, count, 0) }

@inline(__always)
func fillCells(_ destination: UnsafeMutablePointer<Float>, _ count: Int, _ value: Float) {
  var i = 0
  while i + Lane.scalarCount <= count {
    destination.store(Lane(repeating: value), i)
    i += Lane.scalarCount
  }
  while i < count {
    destination[i] = value
    i += 1
  }
}
