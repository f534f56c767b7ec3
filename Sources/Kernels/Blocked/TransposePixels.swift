import CPlatform
import KernelInterface

/// Brings some pixels of the channels of a block, whose planes lie as far apart as they are large, into vectors; the
/// channels that the block lacks become zeros.
func blockPixels(
  _ planes: UnsafePointer<Float>, pitch: Int, channels: Int, _ pixels: Range<Int>,
  to blocked: UnsafeMutablePointer<Float>
) {
  if pixels.isEmpty { return }
  let size = Lane.scalarCount
  if pixels.length >= size {
    forEachSquare(pixels) { pixel in
      let vectors = transposed(loadedSquare(planes + pixel, pitch: pitch, channels))
      let target = blocked + (pixel - pixels.lowerBound) * size
      for i in 0..<size { target.store(vectors[i], i * size) }
    }
  } else if pitch >= size {
    let first = min(pixels.lowerBound, pitch - size)
    let vectors = transposed(loadedSquare(planes + first, pitch: pitch, channels))
    for i in 0..<pixels.length { blocked.store(vectors[pixels.lowerBound - first + i], i * size) }
  } else {
    for i in 0..<pixels.length {
      var cells = Lane()
      for channel in 0..<channels { cells[channel] = planes[channel * pitch + pixels.lowerBound + i] }
      blocked.store(cells, i * size)
    }
  }
}

/// Brings some pixels from vectors back to the planes of the channels of a block.
func unblockPixels(
  _ blocked: UnsafePointer<Float>, to planes: UnsafeMutablePointer<Float>, pitch: Int, channels: Int,
  _ pixels: Range<Int>
) {
  let size = Lane.scalarCount
  if pixels.length >= size {
    forEachSquare(pixels) { pixel in
      let rows = transposed(
        loadedSquare(blocked + (pixel - pixels.lowerBound) * size, pitch: size, size))
      for i in 0..<size where i < channels { planes.store(rows[i], i * pitch + pixel) }
    }
  } else {
    for i in 0..<pixels.length {
      for channel in 0..<channels { planes[channel * pitch + pixels.lowerBound + i] = blocked[i * size + channel] }
    }
  }
}

/// Calls a body with the first of as many pixels as a vector has elements, again and again, of which the last overlap
/// those before.
@inline(__always)
private func forEachSquare(_ pixels: Range<Int>, _ body: (_ first: Int) -> Void) {
  let last = pixels.upperBound - Lane.scalarCount
  var pixel = pixels.lowerBound
  while pixel < last {
    body(pixel)
    pixel += Lane.scalarCount
  }
  body(last)
}

/// A square of numbers whose rows lie some way apart, with zeros where there are fewer rows.
@inline(__always)
private func loadedSquare(_ start: UnsafePointer<Float>, pitch: Int, _ rows: Int) -> LaneSquare {
  var square = LaneSquare(repeating: Lane())
  for i in 0..<Lane.scalarCount where i < rows { square[i] = start.lane(i * pitch) }
  return square
}

/// A square of numbers with its rows as columns: in as many rounds as halving leads to one row, each row is interleaved
/// with the one half of the rows further on.
@inline(__always)
private func transposed(_ square: LaneSquare) -> LaneSquare {
  var square = square
  let half = Lane.scalarCount / 2
  var length = Lane.scalarCount
  while length > 1 {
    let rows = square
    for i in 0..<half {
      square[2 * i] = cplatform_interleave_low(rows[i], rows[i + half])
      square[2 * i + 1] = cplatform_interleave_high(rows[i], rows[i + half])
    }
    length /= 2
  }
  return square
}
