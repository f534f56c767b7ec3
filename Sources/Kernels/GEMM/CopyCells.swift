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
  if step == 1 {
    copyCells(source, destination, count)
  } else if step == 2, count >= Lane.scalarCount {
    let last = count - Lane.scalarCount
    var i = 0
    while i < last {
      copySecondCells(source + 2 * i, destination + i, Lane())
      i += Lane.scalarCount
    }
    copySecondCells(source + 2 * last, destination + last, Lane())
  } else if step == 2, Lane.scalarCount > 8, count >= 8 {
    copySecondCells(source, destination, SIMD8<Float>())
    copySecondCells(source + 2 * (count - 8), destination + count - 8, SIMD8<Float>())
  } else if step == 2, Lane.scalarCount > 4, count >= 4 {
    copySecondCells(source, destination, SIMD4<Float>())
    copySecondCells(source + 2 * (count - 4), destination + count - 4, SIMD4<Float>())
  } else {
    var cells = source
    for i in 0..<count {
      destination[i] = cells[0]
      cells += step
    }
  }
}

/// Copies every second cell, a vector of them.
@inline(__always)
private func copySecondCells<Vector: SIMD & BitwiseCopyable>(
  _ source: UnsafePointer<Float>, _ destination: UnsafeMutablePointer<Float>, _: Vector
) where Vector.Scalar == Float {
  let low = UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
  let high = UnsafeRawPointer(source + Vector.scalarCount - 1).loadUnaligned(as: Vector.self)
  var result = Vector()
  for i in 0..<Vector.scalarCount / 2 {
    result[i] = low[2 * i]
    result[Vector.scalarCount / 2 + i] = high[2 * i + 1]
  }
  UnsafeMutableRawPointer(destination).storeBytes(of: result, as: Vector.self)
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
