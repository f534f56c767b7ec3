import KernelInterface

/// The scratch of a convolution: the copied band, a tile, and where taps lie in the band.
private typealias ConvolutionScratch = (
  band: UnsafeMutablePointer<Float>, buffer: UnsafeMutablePointer<Float>, places: UnsafeMutablePointer<Int>
)

/// Computes bands of positions by chunks of channels: copies what they read pass by pass, and multiplies it with the
/// weights. Chunks of one band share its copy.
@Sendable func convolve(_ arguments: ConvolutionArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let band = arguments.scratch.assumingMemoryBound(to: Float.self)
  let buffer = band + blocking.bandFloats
  let places = UnsafeMutableRawPointer(buffer + PackedPart.tileCount).assumingMemoryBound(to: Int.self)
  var (bandOwner, placesOwner) = (-1, -1)
  let phaseCount = blocking.phasesPerBand.height * blocking.phasesPerBand.width
  // Bands of the same phases and depth, of which all have their taps at the same places.
  let patternSize = blocking.height.bands * blocking.width.bands
  let phases = bandPhases(blocking)
  let patterns = blocking.slices * phases.depth * phases.height * phases.width
  for unit in units {
    let index = unit / blocking.chunks
    let first = convolutionSite(arguments, index)
    if first.rows.isEmpty || first.columns.isEmpty { continue }
    let row = unit % blocking.chunks * blocking.rowsPerChunk
    let rows = row..<min(row + blocking.rowsPerChunk, blocking.rows)
    let slices = bandSlices(arguments, first)
    var channel = 0
    repeat {
      let channels = channel..<min(channel + blocking.channelsPerPass, blocking.channels)
      let pattern = (index / patternSize % patterns) * blocking.channels + channels.length
      if placesOwner != pattern {
        for phase in 0..<phaseCount {
          let site = phaseSite(arguments, first, phase)
          writePlaces(
            arguments, site, slices, channels: channels.length, to: places + phase * blocking.placesPerPhase)
        }
        placesOwner = pattern
      }
      var isCopied = bandOwner == index && channels.length == blocking.channels
      for phase in 0..<phaseCount {
        let site = phaseSite(arguments, first, phase)
        let taps = bandTaps(arguments, site.phase, slices)
        // A phase without taps has nothing to add.
        if site.rows.isEmpty || site.columns.isEmpty || taps.count == 0 && channel > 0 { continue }
        if taps.count > 0, !isCopied {
          copyBand(arguments, first, slices, channels: channels, to: band)
          (bandOwner, isCopied) = (index, true)
        }
        let scratch: ConvolutionScratch = (band, buffer, places + phase * blocking.placesPerPhase)
        multiplyBand(arguments, site, rows, channels, taps, scratch)
      }
      channel = channels.upperBound
    } while channel < blocking.channels
  }
}

/// Rows of weights that stay in the second cache while all tiles of a band read them.
private var rowsPerPass: Int { @inline(__always) get { 96 } }

/// Adds the products of some channels to the sums of a band.
@inline(__always)
private func multiplyBand(
  _ arguments: ConvolutionArguments, _ site: ConvolutionSite, _ rows: Range<Int>, _ channels: Range<Int>,
  _ taps: (first: Int, count: Int), _ scratch: ConvolutionScratch
) {
  let (geometry, blocking) = (arguments.geometry, arguments.blocking)
  let forward = arguments.direction.isForward
  let groupTaps = tapCount(geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlierTaps = tapCount(geometry, before: site.phase, of: blocking.phases, forward)
  let phaseTaps =
    tapCount(geometry.depth, phase: site.phase.depth, forward)
    * tapCount(geometry.height, phase: site.phase.height, forward)
    * tapCount(geometry.width, phase: site.phase.width, forward)
  let steps = phaseTaps * blocking.channels
  let firstStep = channels.lowerBound * phaseTaps + taps.first
  let isDense = taps.count == phaseTaps
  let weights = arguments.weights + (site.group * groupTaps + earlierTaps) * blocking.rows * blocking.channels
  let bias = arguments.bias.map { $0 + site.group * blocking.rows }
  let result = bandResult(arguments, site)
  let isWhole = blocking.pitch == site.columns.length && result.rowStep == blocking.pitch
  let isDirect = result.columnStep == 1 && (!blocking.joinsRows || isWhole || site.rows.length == 1)
  let lines = blocking.joinsRows ? 1 : site.rows.length
  let length = blocking.joinsRows ? (site.rows.length - 1) * blocking.pitch + site.columns.length : site.columns.length
  let lanes = length.groups(of: Lane.scalarCount)
  let width = lanes.groups(of: lanes.groups(of: tileLanes)) * Lane.scalarCount
  let adds = channels.lowerBound > 0
  var pass = rows.lowerBound
  while pass < rows.upperBound {
    let passEnd = min(pass + rowsPerPass, rows.upperBound)
    for line in 0..<lines {
      var column = 0
      while column < length {
        let columns = min(width, length - column)
        let cell = line * blocking.pitch + column
        var row = pass
        while row < passEnd {
          let panel = min(panelRows(of: blocking.rows), blocking.rows - row)
          let runs: TileRuns = isDense ? oneRun : (channels.length, phaseTaps * panel, blocking.channelPitch)
          let factors: TileFactors = (
            weights + row * steps + firstStep * panel, 1, panel, UnsafePointer(scratch.band + cell),
            (0, UnsafePointer(scratch.places)), isDense ? channels.length * phaseTaps : taps.count, runs
          )
          let start: TileStart = (adds ? nil : bias.map { $0 + row }, nil, adds)
          let target = result.cells + row * result.channelStep
          if isDirect {
            multiplyTile(
              rows: panel, columns: columns, factors, into: target + line * result.rowStep + column,
              row: result.channelStep, from: start, buffer: scratch.buffer)
          } else {
            let place = (cell / blocking.pitch, cell % blocking.pitch)
            multiplyApart(
              rows: panel, columns: columns, factors, from: start, buffer: scratch.buffer, target, result, at: place,
              length: site.columns.length, pitch: blocking.pitch)
          }
          row += panel
        }
        column += width
      }
    }
    pass = passEnd
  }
}

/// A tile whose columns run from a place in a row of the band on, perhaps over ends of rows, and lie apart in the
/// result.
@inline(__always)
private func multiplyApart(
  rows: Int, columns: Int, _ factors: TileFactors, from start: TileStart, buffer: UnsafeMutablePointer<Float>,
  _ target: UnsafeMutablePointer<Float>, _ result: BandResult, at place: (row: Int, column: Int), length: Int,
  pitch: Int
) {
  let lanes = columns.groups(of: Lane.scalarCount)
  let bufferRow = lanes * Lane.scalarCount
  for pass in 0..<2 {
    if pass == 1 { multiplyLanes(rows, lanes, factors, buffer, bufferRow, start) }
    if pass == 0 && !start.adds { continue }
    var (row, column) = place
    var j = 0
    while j < columns {
      let count = min(length - column, columns - j)
      if count > 0 {
        var cells = target + row * result.rowStep + column * result.columnStep
        var sums = buffer + j
        for _ in 0..<rows {
          if pass == 0 {
            copyCells(cells, step: result.columnStep, sums, count)
          } else {
            spreadCells(sums, cells, step: result.columnStep, count)
          }
          cells += result.channelStep
          sums += bufferRow
        }
      }
      j += pitch - column
      column = 0
      row += 1
    }
  }
}
