import KernelInterface

/// The gradient by the weights of one output channel for each unit: one vector of sums for each tap, folded at the end.
@Sendable func depthwiseWeightGradient(_ arguments: ConvolutionWeightGradientArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let blocking = ConvolutionBlocking(geometry, .forward, threads: 1, isDepthwise: true)
  let band = arguments.scratch.assumingMemoryBound(to: Float.self)
  let sums = band + blocking.bandFloats
  let places = UnsafeMutableRawPointer(sums + 16 * geometry.taps).assumingMemoryBound(to: Int.self)
  let convolution = ConvolutionArguments(
    geometry: geometry, direction: .forward, blocking: blocking, source: arguments.input, weights: arguments.input,
    destination: arguments.gradient, scratch: arguments.scratch)
  let bands = blocking.slices * blocking.height.bands * blocking.width.bands
  for channel in units {
    clearCells(sums, Lane.scalarCount * geometry.taps)
    for image in 0..<geometry.batch {
      let plane = image * geometry.groups + channel / geometry.outputChannelsPerGroup
      let upstream = arguments.upstream + (image * geometry.outputChannels + channel) * geometry.outputPixels
      for index in 0..<bands {
        let site = convolutionSite(convolution, plane * bands + index)
        let slices = bandSlices(convolution, site)
        copyBand(convolution, site, slices, channels: 0..<1, to: band)
        writePlaces(convolution, site, slices, channels: 1, to: places)
        let taps = bandTaps(convolution, site.phase, slices)
        let line = site.depth * geometry.height.output + site.rows.lowerBound
        let gradient = upstream + line * geometry.width.output + site.columns.lowerBound
        for row in 0..<site.rows.length {
          addLine(
            gradient + row * geometry.width.output, site.columns.length, UnsafePointer(band + row * blocking.pitch),
            places, taps, to: sums)
        }
      }
    }
    for tap in 0..<geometry.taps {
      arguments.gradient[channel * geometry.taps + tap] = total(sums.lane(tap * Lane.scalarCount))
    }
  }
}

/// Adds the products of a row of the gradient by y with what each tap reads.
@inline(__always)
private func addLine(
  _ line: UnsafePointer<Float>, _ columns: Int, _ cells: UnsafePointer<Float>, _ places: UnsafePointer<Int>,
  _ taps: (first: Int, count: Int), to sums: UnsafeMutablePointer<Float>
) {
  let whole = columns / Lane.scalarCount * Lane.scalarCount
  for tap in 0..<taps.count {
    let place = cells + places[tap]
    let sum = (taps.first + tap) * Lane.scalarCount
    var lanes = sums.lane(sum)
    var column = 0
    while column < whole {
      lanes.accumulate(line.lane(column), place.lane(column))
      column += Lane.scalarCount
    }
    if whole < columns {
      lanes.accumulate(line.lane(whole, width: columns - whole), place.lane(whole, width: columns - whole))
    }
    sums.store(lanes, sum)
  }
}
