import KernelInterface

/// Writes the gradient by y as panels of a tile's width: image by image, group by group, each `[pixel][channels]`, the
/// last one of whole lanes.
@Sendable func packUpstream(_ arguments: ConvolutionUpstreamArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let pixels = geometry.outputPixels
  let channels = geometry.outputChannelsPerGroup
  let padded = ConvolutionUpstreamArguments.paddedChannels(geometry)
  let blocks = pixels.groups(of: ConvolutionUpstreamArguments.pixelsPerUnit)
  for unit in units {
    let start = unit % blocks * ConvolutionUpstreamArguments.pixelsPerUnit
    let end = min(start + ConvolutionUpstreamArguments.pixelsPerUnit, pixels)
    let upstream = arguments.upstream + unit / blocks * channels * pixels
    let packed = arguments.packed + unit / blocks * padded * pixels
    var channel = 0
    while channel < channels {
      let width = upstreamPanelWidth(channels - channel)
      let panel = packed + channel * pixels
      for j in 0..<width {
        let cells = upstream + (channel + j) * pixels
        for pixel in start..<end { panel[pixel * width + j] = channel + j < channels ? cells[pixel] : 0 }
      }
      channel += tileWidth
    }
  }
}

/// The channels of a panel when some are left.
@inline(__always)
private func upstreamPanelWidth(_ left: Int) -> Int {
  min(tileWidth, left.groups(of: Lane.scalarCount) * Lane.scalarCount)
}

/// Sums the products of what each weight reads with the gradient by y, over the pixels of all images in order.
///
/// A unit packs its rows of the column matrix block by block, and holds its sums, transposed, in scratch.
@Sendable func convolutionWeightGradient(_ arguments: ConvolutionWeightGradientArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let rowCount = geometry.inputChannelsPerGroup * geometry.taps
  let rowBlocks = rowCount.groups(of: ConvolutionWeightGradientArguments.rowsPerUnit)
  let columnBlocks = geometry.outputChannelsPerGroup.groups(of: ConvolutionWeightGradientArguments.columnsPerUnit)
  let sums = arguments.scratch.assumingMemoryBound(to: Float.self)
  let columns =
    sums
    + ConvolutionWeightGradientArguments.rowsPerUnit * ConvolutionWeightGradientArguments.columnsPerUnit
  let buffer = columns + ConvolutionWeightGradientArguments.rowsPerUnit * PackedPart.pitch
  let entries = UnsafeMutableRawPointer(buffer + PackedPart.tileCount).assumingMemoryBound(to: Int.self)
  let taps = entries + 4 * PackedPart.columns
  writeTaps(geometry, to: taps)
  for unit in units {
    let group = unit / (rowBlocks * columnBlocks)
    let row = unit / columnBlocks % rowBlocks * ConvolutionWeightGradientArguments.rowsPerUnit
    let rows = row..<min(row + ConvolutionWeightGradientArguments.rowsPerUnit, rowCount)
    let channel = unit % columnBlocks * ConvolutionWeightGradientArguments.columnsPerUnit
    let channels =
      channel..<min(
        channel + ConvolutionWeightGradientArguments.columnsPerUnit, geometry.outputChannelsPerGroup)
    for i in 0..<rows.length * ConvolutionWeightGradientArguments.columnsPerUnit { sums[i] = 0 }
    for image in 0..<geometry.batch {
      var start = 0
      while start < geometry.outputPixels {
        let pixels = start..<min(start + PackedPart.columns, geometry.outputPixels)
        let runs = writeRuns(geometry, pixels: pixels, to: entries)
        packColumns(
          inputPlanes(arguments, image, group), runs, taps: UnsafePointer(taps),
          channels: geometry.inputChannelsPerGroup, depth: rows, pixels: pixels.length, to: columns)
        addProducts(arguments, image, group, rows.length, channels, pixels, columns, to: sums)
        start = pixels.upperBound
      }
    }
    storeGradient(arguments, group, rows, channels, sums)
  }
}

@inline(__always)
private func inputPlanes(_ arguments: ConvolutionWeightGradientArguments, _ image: Int, _ group: Int) -> SourcePlanes {
  let geometry = arguments.geometry
  let channel = image * geometry.inputChannels + group * geometry.inputChannelsPerGroup
  return (
    arguments.input + channel * geometry.inputPixels, geometry.depth.input, geometry.height.input,
    geometry.width.input, geometry.width.stride
  )
}

/// Adds the products of one block of pixels to the sums `[row][channel]`.
@inline(__always)
private func addProducts(
  _ arguments: ConvolutionWeightGradientArguments, _ image: Int, _ group: Int, _ rows: Int, _ channels: Range<Int>,
  _ pixels: Range<Int>, _ columns: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>
) {
  let geometry = arguments.geometry
  let upstream =
    arguments.upstream + (image * geometry.groups + group)
    * ConvolutionUpstreamArguments.paddedChannels(geometry) * geometry.outputPixels
  var channel = channels.lowerBound
  while channel < channels.upperBound {
    let width = upstreamPanelWidth(geometry.outputChannelsPerGroup - channel)
    let panel = upstream + channel * geometry.outputPixels + pixels.lowerBound * width
    var row = 0
    while row < rows {
      let factors: TileFactors = (
        columns + row * PackedPart.pitch, PackedPart.pitch, 1, panel, (width, nil), pixels.length, oneRun
      )
      let c = sums + row * ConvolutionWeightGradientArguments.columnsPerUnit + channel - channels.lowerBound
      multiplyLanes(
        min(tileRows, rows - row), width / Lane.scalarCount, factors, c,
        ConvolutionWeightGradientArguments.columnsPerUnit, (nil, nil, true))
      row += tileRows
    }
    channel += tileWidth
  }
}

/// Writes the sums of a unit to their places in `[channel][input channel][tap]`.
@inline(__always)
private func storeGradient(
  _ arguments: ConvolutionWeightGradientArguments, _ group: Int, _ rows: Range<Int>, _ channels: Range<Int>,
  _ sums: UnsafePointer<Float>
) {
  let geometry = arguments.geometry
  let inputs = geometry.inputChannelsPerGroup
  let rowCount = inputs * geometry.taps
  for channel in channels {
    let target = arguments.gradient + (group * geometry.outputChannelsPerGroup + channel) * rowCount
    for row in rows {
      let sum = (row - rows.lowerBound) * ConvolutionWeightGradientArguments.columnsPerUnit + channel
      target[row % inputs * geometry.taps + row / inputs] = sums[sum - channels.lowerBound]
    }
  }
}
