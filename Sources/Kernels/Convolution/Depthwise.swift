import KernelInterface

/// Computes bands of rows directly: every tap is a vector of contiguous cells times one weight.
@Sendable func depthwise(_ arguments: DepthwiseArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let blocking = arguments.blocking
  let forward = arguments.direction == .forward
  let phases = blocking.phases
  let scratch = depthwiseScratch(arguments.scratch, geometry, blocking)
  let sourcePixels = forward ? geometry.inputPixels : geometry.outputPixels
  let channels = forward ? geometry.outputChannels : geometry.inputChannels
  for unit in units {
    let plane = unit / blocking.unitsPerPlane
    var rest = unit % blocking.unitsPerPlane
    let start = rest % blocking.bands * blocking.bandRows
    rest /= blocking.bands
    let depth = rest % blocking.positions.depth
    rest /= blocking.positions.depth
    let phase: Phase = (
      rest / (phases.height * phases.width), rest / phases.width % phases.height, rest % phases.width
    )
    let end = min(start + blocking.bandRows, positionCount(geometry.height, phase: phase.height, forward))
    if start >= end || depth >= positionCount(geometry.depth, phase: phase.depth, forward) { continue }
    let source = forward ? plane / geometry.outputChannelsPerGroup : plane
    let band = loadBand(
      geometry, blocking, forward, phase, depth: depth, rows: start..<end,
      from: arguments.source + source * sourcePixels, to: scratch)
    let channel = plane % channels
    for tap in 0..<band.tapCount {
      scratch.weights[tap] = arguments.weights[channel * geometry.taps + band.taps[2 * tap + 1]]
    }
    computeBand(
      arguments, band, scratch, phase, plane, depth, rows: start..<end, bias: arguments.bias?[channel] ?? 0)
  }
}

/// Computes and stores the rows of a band.
@inline(__always)
private func computeBand(
  _ arguments: DepthwiseArguments, _ band: DepthwiseBand, _ scratch: DepthwiseScratch, _ phase: Phase, _ plane: Int,
  _ depth: Int, rows: Range<Int>, bias: Float
) {
  let geometry = arguments.geometry
  let forward = arguments.direction == .forward
  let (height, width) = (geometry.height, geometry.width)
  let columns = positionCount(width, phase: phase.width, forward)
  let step = forward ? 1 : width.stride
  for row in rows {
    let cells = band.cells + (row - rows.lowerBound) * sourceStep(height, forward) * arguments.blocking.rowPitch
    let d = forward ? depth : phase.depth + depth * geometry.depth.stride
    let h = forward ? row : phase.height + row * height.stride
    let line = (plane * resultSize(geometry.depth, forward) + d) * resultSize(height, forward) + h
    let result = arguments.destination + line * resultSize(width, forward) + phase.width
    if step > 1 {
      computeLine(cells, band, scratch.weights, bias, to: scratch.line, columns)
      for i in 0..<columns { result[i * step] = scratch.line[i] }
    } else {
      computeLine(cells, band, scratch.weights, bias, to: result, columns)
    }
  }
}

/// Computes one row by strips of vectors.
@inline(__always)
private func computeLine(
  _ cells: UnsafePointer<Float>, _ band: DepthwiseBand, _ weights: UnsafePointer<Float>, _ bias: Float,
  to result: UnsafeMutablePointer<Float>, _ columns: Int
) {
  var column = 0
  while column + 4 * Lane.scalarCount <= columns {
    let sums = sumTaps(InlineArray<4, Lane>(repeating: Lane(repeating: bias)), cells + column, band, weights)
    for i in 0..<4 { result.store(sums[i], column + i * Lane.scalarCount) }
    column += 4 * Lane.scalarCount
  }
  if column + 2 * Lane.scalarCount <= columns {
    let sums = sumTaps(InlineArray<2, Lane>(repeating: Lane(repeating: bias)), cells + column, band, weights)
    for i in 0..<2 { result.store(sums[i], column + i * Lane.scalarCount) }
    column += 2 * Lane.scalarCount
  }
  while column < columns {
    let sums = sumTaps(InlineArray<1, Lane>(repeating: Lane(repeating: bias)), cells + column, band, weights)
    result.store(sums[0], column, width: min(Lane.scalarCount, columns - column))
    column += Lane.scalarCount
  }
}

@inline(__always)
private func sumTaps<let count: Int>(
  _ start: InlineArray<count, Lane>, _ cells: UnsafePointer<Float>, _ band: DepthwiseBand,
  _ weights: UnsafePointer<Float>
) -> InlineArray<count, Lane> {
  var sums = start
  for tap in 0..<band.tapCount {
    let place = cells + band.taps[2 * tap]
    let weight = Lane(repeating: weights[tap])
    for i in 0..<count { sums[i].accumulate(weight, place.lane(i * Lane.scalarCount)) }
  }
  return sums
}

/// The gradient by the weights of one output channel for each unit: one vector of sums for each tap, folded at the end.
@Sendable func depthwiseWeightGradient(_ arguments: ConvolutionWeightGradientArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let blocking = DepthwiseBlocking(geometry, .forward)
  let scratch = depthwiseScratch(arguments.scratch, geometry, blocking)
  for channel in units {
    clearCells(scratch.sums, Lane.scalarCount * geometry.taps)
    for image in 0..<geometry.batch {
      let input = image * geometry.inputChannels + channel / geometry.outputChannelsPerGroup
      let upstream = arguments.upstream + (image * geometry.outputChannels + channel) * geometry.outputPixels
      for depth in 0..<geometry.depth.output {
        var row = 0
        while row < geometry.height.output {
          let rows = row..<min(row + blocking.bandRows, geometry.height.output)
          let band = loadBand(
            geometry, blocking, true, (0, 0, 0), depth: depth, rows: rows,
            from: arguments.input + input * geometry.inputPixels, to: scratch)
          let slice = upstream + depth * geometry.height.output * geometry.width.output
          addLines(geometry, blocking, band, scratch, slice, rows)
          row = rows.upperBound
        }
      }
    }
    for tap in 0..<geometry.taps {
      arguments.gradient[channel * geometry.taps + tap] = scratch.sums.lane(tap * Lane.scalarCount).sum()
    }
  }
}

/// Adds the products of some rows of the gradient by y with what each tap reads.
@inline(__always)
private func addLines(
  _ geometry: ConvolutionGeometry, _ blocking: DepthwiseBlocking, _ band: DepthwiseBand, _ scratch: DepthwiseScratch,
  _ upstream: UnsafePointer<Float>, _ rows: Range<Int>
) {
  let columns = geometry.width.output
  let whole = columns / Lane.scalarCount * Lane.scalarCount
  for row in rows {
    let line = upstream + row * columns
    let cells = band.cells + (row - rows.lowerBound) * geometry.height.stride * blocking.rowPitch
    for tap in 0..<band.tapCount {
      let place = cells + band.taps[2 * tap]
      let sum = band.taps[2 * tap + 1] * Lane.scalarCount
      var lanes = scratch.sums.lane(sum)
      var column = 0
      while column < whole {
        lanes.accumulate(line.lane(column), place.lane(column))
        column += Lane.scalarCount
      }
      if whole < columns {
        lanes.accumulate(line.lane(whole, width: columns - whole), place.lane(whole, width: columns - whole))
      }
      scratch.sums.store(lanes, sum)
    }
  }
}
