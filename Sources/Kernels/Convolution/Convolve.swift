import KernelInterface

/// One block of pixels of a phase, with its tables in scratch.
typealias ConvolutionSite = (
  image: Int, group: Int, phase: Phase, pixels: Range<Int>, depth: Int, taps: UnsafeMutablePointer<Int>,
  runs: PixelRuns, source: SourcePlanes, columns: UnsafeMutablePointer<Float>, buffer: UnsafeMutablePointer<Float>
)

/// Finds out what a block reads. Scratch holds a column block, a tile, the runs of the block and the taps of its phase.
@inline(__always)
func convolutionSite(_ arguments: ConvolutionArguments, block index: Int) -> ConvolutionSite {
  let geometry = arguments.geometry
  let blocking = arguments.blocking
  let forward = arguments.direction.isForward
  let phases = blocking.phases
  let block = index % blocking.blocks
  var rest = index / blocking.blocks
  let phaseCount = phases.depth * phases.height * phases.width
  let place = rest % phaseCount
  rest /= phaseCount
  let phase: Phase = (
    place / (phases.height * phases.width), place / phases.width % phases.height, place % phases.width
  )
  let (image, group) = (rest / geometry.groups, rest % geometry.groups)

  let columns = arguments.scratch.assumingMemoryBound(to: Float.self)
  let buffer = columns + ConvolutionBlocking.depthPerBlock * ConvolutionBlocking.pitch
  let entries = UnsafeMutableRawPointer(buffer + ConvolutionBlocking.tileCount).assumingMemoryBound(to: Int.self)
  let taps = entries + 4 * ConvolutionBlocking.pixelsPerBlock
  let tapCount = writeTaps(geometry, phase, forward, to: taps)

  let all =
    positionCount(geometry.depth, phase: phase.depth, forward)
    * positionCount(geometry.height, phase: phase.height, forward)
    * positionCount(geometry.width, phase: phase.width, forward)
  let start = min(block * blocking.pixelsPerUnit, all)
  let pixels = start..<min(start + blocking.pixelsPerUnit, all)
  let runs = writeRuns(geometry, phase, forward, pixels: pixels, to: entries)

  let depth = sourceSize(geometry.depth, forward)
  let height = sourceSize(geometry.height, forward)
  let width = sourceSize(geometry.width, forward)
  let channels = blocking.channels * geometry.groups
  let cells = arguments.source + (image * channels + group * blocking.channels) * depth * height * width
  let source: SourcePlanes = (cells, depth, height, width, sourceStep(geometry.width, forward))
  return (image, group, phase, pixels, tapCount * blocking.channels, taps, runs, source, columns, buffer)
}

/// Computes blocks of pixels by chunks of channels: packs the columns part by part, and multiplies them with the
/// weights.
@Sendable func convolve(_ arguments: ConvolutionArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  for unit in units {
    let block = unit / blocking.chunks
    let row = unit % blocking.chunks * blocking.rowsPerChunk
    let rows = row..<min(row + blocking.rowsPerChunk, blocking.rows)
    let site = convolutionSite(arguments, block: block)
    if site.pixels.isEmpty { continue }
    var start = 0
    repeat {
      let end = min(start + ConvolutionBlocking.depthPerBlock, site.depth)
      var columns = site.columns
      if let shared = arguments.columns {
        columns = shared + (block * blocking.depth + start) * ConvolutionBlocking.pitch
      } else {
        packColumns(
          site.source, site.runs, taps: UnsafePointer(site.taps), channels: blocking.channels, depth: start..<end,
          pixels: site.pixels.length, to: columns)
      }
      multiplyPart(arguments, site, rows, depth: start..<end, UnsafePointer(columns))
      start = end
    } while start < site.depth
  }
}

/// Rows of weights that stay in the second cache while all tiles of a block read them.
private var rowsPerPass: Int { @inline(__always) get { 96 } }

/// Adds one part of the sums of a block.
@inline(__always)
private func multiplyPart(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ rows: Range<Int>, depth: Range<Int>,
  _ columns: UnsafePointer<Float>
) {
  let geometry = arguments.geometry
  let blocking = arguments.blocking
  let forward = arguments.direction.isForward
  let groupTaps = tapCount(geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlierTaps = tapCount(geometry, before: site.phase, of: blocking.phases, forward)
  let weights =
    arguments.weights
    + (site.group * groupTaps + earlierTaps) * blocking.rows * blocking.channels
  let phased = blocking.phases.depth * blocking.phases.height * blocking.phases.width > 1
  let cells =
    resultSize(geometry.depth, forward) * resultSize(geometry.height, forward)
    * resultSize(geometry.width, forward)
  let channel = site.image * blocking.rows * geometry.groups + site.group * blocking.rows
  let destination = arguments.destination + channel * cells
  let bias = arguments.bias.map { $0 + site.group * blocking.rows }
  let adds = depth.lowerBound > 0
  var pass = rows.lowerBound
  while pass < rows.upperBound {
    let passEnd = min(pass + rowsPerPass, rows.upperBound)
    var j = 0
    while j < site.pixels.length {
      let width = min(tileWidth, site.pixels.length - j)
      var row = pass
      while row < passEnd {
        let panel = min(tileRows, blocking.rows - row)
        let factors: TileFactors = (
          weights + row * site.depth + depth.lowerBound * panel, 1, panel, columns + j, ConvolutionBlocking.pitch,
          depth.length
        )
        let start: TileStart = (adds ? nil : bias.map { $0 + row }, nil, adds)
        if phased {
          multiplyScattered(
            geometry, site, first: site.pixels.lowerBound + j, rows: panel, columns: width, factors,
            into: destination + row * cells, row: cells, from: start)
        } else {
          multiplyTile(
            rows: panel, columns: width, factors, into: destination + row * cells + site.pixels.lowerBound + j,
            row: cells, from: start, buffer: site.buffer)
        }
        row += tileRows
      }
      j += tileWidth
    }
    pass = passEnd
  }
}

/// A tile of a phase, whose pixels lie apart in the result.
@inline(__always)
private func multiplyScattered(
  _ geometry: ConvolutionGeometry, _ site: ConvolutionSite, first: Int, rows: Int, columns: Int,
  _ factors: TileFactors, into c: UnsafeMutablePointer<Float>, row cRow: Int, from start: TileStart
) {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let rowLength = positionCount(width, phase: site.phase.width, false)
  let rowCount = positionCount(height, phase: site.phase.height, false)
  let lanes = columns.groups(of: Lane.scalarCount)
  let pitch = lanes * Lane.scalarCount
  let buffer = site.buffer
  for pass in 0..<2 {
    if pass == 1 { multiplyLanes(rows, lanes, factors, buffer, pitch, start) }
    if pass == 0 && !start.adds { continue }
    for j in 0..<columns {
      let pixel = first + j
      let line = pixel / rowLength
      let w = site.phase.width + pixel % rowLength * width.stride
      let h = site.phase.height + line % rowCount * height.stride
      let d = site.phase.depth + line / rowCount * depth.stride
      let cell = c + (d * height.input + h) * width.input + w
      if pass == 0 {
        for i in 0..<rows { buffer[i * pitch + j] = cell[i * cRow] }
      } else {
        for i in 0..<rows { cell[i * cRow] = buffer[i * pitch + j] }
      }
    }
  }
}
