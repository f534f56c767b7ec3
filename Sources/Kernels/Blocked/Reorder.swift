import CPlatform
import KernelInterface

/// Transposes the planes of each block's channels to pixels of vectors.
@Sendable func blockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  let pitch = arguments.sizes.pixels
  for unit in units {
    let part = reorderedPart(arguments, unit)
    forEachSquare(part.pixels) { pixel in
      var rows = LaneSquare(repeating: Lane())
      for i in 0..<Lane.scalarCount where i < part.channels { rows[i] = part.plain.lane(i * pitch + pixel) }
      let pixels = transposed(rows)
      for i in 0..<Lane.scalarCount { part.blocked.store(pixels[i], (pixel + i) * Lane.scalarCount) }
    } rest: { pixel in
      var cells = Lane()
      for i in 0..<part.channels { cells[i] = part.plain[i * pitch + pixel] }
      part.blocked.store(cells, pixel * Lane.scalarCount)
    }
  }
}

/// Transposes the pixels of each block back to planes of channels.
@Sendable func unblockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  let pitch = arguments.sizes.pixels
  for unit in units {
    let part = reorderedPart(arguments, unit)
    forEachSquare(part.pixels) { pixel in
      var pixels = LaneSquare(repeating: Lane())
      for i in 0..<Lane.scalarCount { pixels[i] = part.blocked.lane((pixel + i) * Lane.scalarCount) }
      let rows = transposed(pixels)
      for i in 0..<Lane.scalarCount where i < part.channels { part.plain.store(rows[i], i * pitch + pixel) }
    } rest: { pixel in
      for i in 0..<part.channels { part.plain[i * pitch + pixel] = part.blocked[pixel * Lane.scalarCount + i] }
    }
  }
}

/// Where the block of a unit begins in either layout, the channels that it has, and the unit's pixels.
private typealias ReorderedPart = (
  plain: UnsafeMutablePointer<Float>, blocked: UnsafeMutablePointer<Float>, channels: Int, pixels: Range<Int>
)

@inline(__always)
private func reorderedPart(_ arguments: ReorderArguments, _ unit: Int) -> ReorderedPart {
  let sizes = arguments.sizes
  let parts = ReorderArguments.parts(sizes)
  let (part, plane) = (unit % parts, unit / parts)
  let (image, first) = (plane / sizes.blocks, plane % sizes.blocks * Lane.scalarCount)
  return (
    arguments.plain + (image * sizes.channels + first) * sizes.pixels,
    arguments.blocked.start + image * arguments.blocked.imageStride + first * sizes.pixels,
    min(Lane.scalarCount, sizes.channels - first), sizes.pixels * part / parts..<sizes.pixels * (part + 1) / parts
  )
}

/// Calls a body with the first of as many pixels as a vector has elements, again and again, of which the last overlap
/// those before; and the other with single pixels where there are fewer.
@inline(__always)
private func forEachSquare(_ pixels: Range<Int>, _ body: (_ first: Int) -> Void, rest: (_ pixel: Int) -> Void) {
  let last = pixels.upperBound - Lane.scalarCount
  if last < pixels.lowerBound {
    for pixel in pixels { rest(pixel) }
    return
  }
  var pixel = pixels.lowerBound
  while pixel < last {
    body(pixel)
    pixel += Lane.scalarCount
  }
  body(last)
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
