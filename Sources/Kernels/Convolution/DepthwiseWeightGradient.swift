import KernelInterface

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
        let taps = writeBandTaps(geometry, blocking, true, (0, 0, 0), depth: depth, to: scratch)
        var row = 0
        while row < geometry.height.output {
          let rows = row..<min(row + blocking.bandRows, geometry.height.output)
          loadBand(
            geometry, blocking, true, (0, 0, 0), depth: depth, rows: rows,
            from: arguments.input + input * geometry.inputPixels, to: scratch)
          let slice = upstream + depth * geometry.height.output * geometry.width.output
          addLines(geometry, blocking, taps, scratch, slice, rows)
          row = rows.upperBound
        }
      }
    }
    for tap in 0..<geometry.taps {
      arguments.gradient[channel * geometry.taps + tap] = total(scratch.sums.lane(tap * Lane.scalarCount))
    }
  }
}

/// Adds the products of some rows of the gradient by y with what each tap reads.
@inline(__always)
private func addLines(
  _ geometry: ConvolutionGeometry, _ blocking: DepthwiseBlocking, _ taps: BandTaps, _ scratch: DepthwiseScratch,
  _ upstream: UnsafePointer<Float>, _ rows: Range<Int>
) {
  let columns = geometry.width.output
  let whole = columns / Lane.scalarCount * Lane.scalarCount
  for row in rows {
    let line = upstream + row * columns
    let cells = scratch.cells + (row - rows.lowerBound) * geometry.height.stride * blocking.rowPitch
    for tap in 0..<taps.count {
      let place = cells + taps.entries[2 * tap]
      let sum = taps.entries[2 * tap + 1] * Lane.scalarCount
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
