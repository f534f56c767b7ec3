import KernelInterface

/// Computes bands of rows directly: every tap is a vector of contiguous cells times one weight.
@Sendable func depthwise(_ arguments: DepthwiseArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let blocking = arguments.blocking
  let forward = arguments.direction.isForward
  let phases = blocking.phases
  let scratch = depthwiseScratch(arguments.scratch, geometry, blocking)
  let sourcePixels = forward ? geometry.inputPixels : geometry.outputPixels
  let channels = forward ? geometry.outputChannels : geometry.inputChannels
  var taps: BandTaps = (scratch.taps, 0)
  var tapsOwner = -1
  for unit in units {
    let plane = unit / blocking.unitsPerPlane
    let position = unit % blocking.unitsPerPlane / blocking.bands
    let start = unit % blocking.bands * blocking.bandRows
    let depth = position % blocking.positions.depth
    let place = position / blocking.positions.depth
    let phase: Phase = (
      place / (phases.height * phases.width), place / phases.width % phases.height, place % phases.width
    )
    let end = min(start + blocking.bandRows, positionCount(geometry.height, phase: phase.height, forward))
    if start >= end || depth >= positionCount(geometry.depth, phase: phase.depth, forward) { continue }
    if position != tapsOwner {
      taps = writeBandTaps(geometry, blocking, forward, phase, depth: depth, to: scratch)
      tapsOwner = position
    }
    let source = forward ? plane / geometry.outputChannelsPerGroup : plane
    loadBand(
      geometry, blocking, forward, phase, depth: depth, rows: start..<end,
      from: arguments.source + source * sourcePixels, to: scratch)
    let channel = plane % channels
    for tap in 0..<taps.count {
      scratch.weights[tap] = arguments.weights[channel * geometry.taps + taps.entries[2 * tap + 1]]
    }
    computeBand(
      arguments, taps, scratch, phase, plane, depth, rows: start..<end, bias: arguments.bias?[channel] ?? 0)
  }
}

/// Computes and stores the rows of a band, two at a time where the result's rows are dense.
@inline(__always)
private func computeBand(
  _ arguments: DepthwiseArguments, _ taps: BandTaps, _ scratch: DepthwiseScratch, _ phase: Phase, _ plane: Int,
  _ depth: Int, rows: Range<Int>, bias: Float
) {
  let geometry = arguments.geometry
  let forward = arguments.direction.isForward
  let (height, width) = (geometry.height, geometry.width)
  let columns = positionCount(width, phase: phase.width, forward)
  let pitch = sourceStep(height, forward) * arguments.blocking.rowPitch
  let d = forward ? depth : phase.depth + depth * geometry.depth.stride
  let slice = (plane * resultSize(geometry.depth, forward) + d) * resultSize(height, forward)
  if forward || height.stride == 1 && width.stride == 1 {
    let result = arguments.destination + (slice + rows.lowerBound) * columns
    computeLines(scratch.cells, pitch, taps, scratch.weights, bias, to: result, rows.length, columns)
    return
  }
  for row in rows {
    let cells = scratch.cells + (row - rows.lowerBound) * pitch
    computeLines(cells, pitch, taps, scratch.weights, bias, to: scratch.line, 1, columns)
    let line = slice + phase.height + row * height.stride
    let result = arguments.destination + line * width.input + phase.width
    for i in 0..<columns { result[i * width.stride] = scratch.line[i] }
  }
}

/// Computes rows that are dense in the result, by strips of up to four vectors of one or two rows.
@inline(__always)
private func computeLines(
  _ cells: UnsafePointer<Float>, _ pitch: Int, _ taps: BandTaps, _ weights: UnsafePointer<Float>, _ bias: Float,
  to result: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
) {
  var row = 0
  while row < rows {
    let line = cells + row * pitch
    let target = result + row * columns
    let room = (rows - row) * columns
    if row + 1 < rows {
      let zero = InlineArray<2, Lane>(repeating: Lane(repeating: bias))
      computeStrips(zero, line, pitch, taps, weights, to: target, columns, room: room)
      row += 2
    } else {
      let zero = InlineArray<1, Lane>(repeating: Lane(repeating: bias))
      computeStrips(zero, line, pitch, taps, weights, to: target, columns, room: room)
      row += 1
    }
  }
}

@inline(__always)
private func computeStrips<let rows: Int>(
  _ start: InlineArray<rows, Lane>, _ cells: UnsafePointer<Float>, _ pitch: Int, _ taps: BandTaps,
  _ weights: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, _ columns: Int, room: Int
) {
  var column = 0
  while column < columns {
    let (line, target, left) = (cells + column, result + column, columns - column)
    let lanes = min(left.groups(of: Lane.scalarCount), 4)
    switch lanes {
    case 1: computeStrip(InlineArray<1, _>(repeating: start), line, pitch, taps, weights, target, columns, left, room)
    case 2: computeStrip(InlineArray<2, _>(repeating: start), line, pitch, taps, weights, target, columns, left, room)
    case 3: computeStrip(InlineArray<3, _>(repeating: start), line, pitch, taps, weights, target, columns, left, room)
    default: computeStrip(InlineArray<4, _>(repeating: start), line, pitch, taps, weights, target, columns, left, room)
    }
    column += lanes * Lane.scalarCount
  }
}

/// Sums one strip over all taps and stores it. The last vector of a strip that is a whole row may write beyond it, as
/// far as there is room in the unit's own rows, which are stored later.
@inline(__always)
private func computeStrip<let rows: Int, let lanes: Int>(
  _ start: InlineArray<lanes, InlineArray<rows, Lane>>, _ cells: UnsafePointer<Float>, _ pitch: Int, _ taps: BandTaps,
  _ weights: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, _ columns: Int, _ left: Int, _ room: Int
) {
  var sums = start
  for tap in 0..<taps.count {
    let place = cells + taps.entries[2 * tap]
    let weight = Lane(repeating: weights[tap])
    for j in 0..<lanes {
      for i in 0..<rows { sums[j][i].accumulate(weight, place.lane(i * pitch + j * Lane.scalarCount)) }
    }
  }
  for i in 0..<rows {
    for j in 0..<lanes {
      let offset = i * columns + j * Lane.scalarCount
      let cellsLeft = left - j * Lane.scalarCount
      if cellsLeft >= Lane.scalarCount || left == columns && offset + Lane.scalarCount <= room {
        result.store(sums[j][i], offset)
      } else {
        result.store(sums[j][i], offset, width: cellsLeft)
      }
    }
  }
}
