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
    return
  }
  var i = 0
  if step == 2 {
    while i + Lane.scalarCount < count {
      let low = source.lane(2 * i).evenHalf
      let high = source.lane(2 * i + Lane.scalarCount).evenHalf
      destination.store(Lane(lowHalf: low, highHalf: high), i)
      i += Lane.scalarCount
    }
  }
  while i < count {
    destination[i] = source[i * step]
    i += 1
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
