import KernelInterface

/// A block of pixels as runs within rows of the result: (depth, height, width) of the source for tap offset 0, and a
/// count.
typealias PixelRuns = (entries: UnsafeMutablePointer<Int>, count: Int)

/// The source of one group of one image.
typealias SourcePlanes = (cells: UnsafePointer<Float>, depth: Int, height: Int, width: Int, widthStep: Int)

/// Splits pixels of the result into runs; writes four integers for each.
@inline(__always)
func writeRuns(
  _ geometry: ConvolutionGeometry, pixels: Range<Int>, to entries: UnsafeMutablePointer<Int>
) -> PixelRuns {
  let (rowLength, rows) = (geometry.width.output, geometry.height.output)
  var count = 0
  var pixel = pixels.lowerBound
  while pixel < pixels.upperBound {
    let (row, column) = (pixel / rowLength, pixel % rowLength)
    let length = min(rowLength - column, pixels.upperBound - pixel)
    entries[4 * count] = row / rows * geometry.depth.stride
    entries[4 * count + 1] = row % rows * geometry.height.stride
    entries[4 * count + 2] = column * geometry.width.stride
    entries[4 * count + 3] = length
    count += 1
    pixel += length
  }
  return (entries, count)
}

/// Writes the rows `depth` of the column matrix, tap by tap and in it channel by channel: what each pixel reads there.
///
/// Cells outside of the source are 0, and so are those after the last pixel up to a whole lane.
@inline(__always)
func packColumns(
  _ source: SourcePlanes, _ runs: PixelRuns, taps: UnsafePointer<Int>, channels: Int, depth: Range<Int>, pixels: Int,
  to columns: UnsafeMutablePointer<Float>
) {
  let plane = source.depth * source.height * source.width
  var row = depth.lowerBound
  while row < depth.upperBound {
    let (tap, channel) = (row / channels, row % channels)
    let rows = min(channels - channel, depth.upperBound - row)
    let target = columns + (row - depth.lowerBound) * PackedPart.pitch
    packTap(
      source, source.cells + channel * plane, runs, (taps[3 * tap], taps[3 * tap + 1], taps[3 * tap + 2]), rows, target)
    row += rows
  }
  let padded = pixels.groups(of: Lane.scalarCount) * Lane.scalarCount
  if padded > pixels {
    for row in 0..<depth.length { clearCells(columns + row * PackedPart.pitch + pixels, padded - pixels) }
  }
}

/// Writes the rows of one tap for some channels.
@inline(__always)
private func packTap(
  _ source: SourcePlanes, _ cells: UnsafePointer<Float>, _ runs: PixelRuns, _ offset: Phase, _ rows: Int,
  _ columns: UnsafeMutablePointer<Float>
) {
  var target = columns
  for run in 0..<runs.count {
    let entry = runs.entries + 4 * run
    let (d, h, w, count) = (entry[0] + offset.depth, entry[1] + offset.height, entry[2] + offset.width, entry[3])
    let isLine = d >= 0 && d < source.depth && h >= 0 && h < source.height
    let inside = isLine ? insideCells(w, source.widthStep, count, of: source.width) : 0..<0
    let first = (d * source.height + h) * source.width + w + inside.lowerBound * source.widthStep
    copyRun(
      inside.isEmpty ? cells : cells + first, source.depth * source.height * source.width, source.widthStep, target,
      inside, count: count, rows: rows)
    target += count
  }
}

/// Copies one run for some channels: some cells from the source, the others 0.
@inline(__always)
private func copyRun(
  _ source: UnsafePointer<Float>, _ plane: Int, _ step: Int, _ target: UnsafeMutablePointer<Float>,
  _ inside: Range<Int>, count: Int, rows: Int
) {
  var from = source
  var to = target
  for _ in 0..<rows {
    for i in 0..<inside.lowerBound { to[i] = 0 }
    copyCells(from, step: step, to + inside.lowerBound, inside.length)
    for i in inside.upperBound..<count { to[i] = 0 }
    from += plane
    to += PackedPart.pitch
  }
}
