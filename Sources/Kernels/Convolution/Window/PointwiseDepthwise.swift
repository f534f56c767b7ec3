import KernelInterface

/// Computes bands of a depthwise convolution from rows that a pointwise one makes in scratch memory, panel by panel.
@Sendable func convolvePointwiseDepthwise(_ arguments: PointwiseDepthwiseArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let (pointwise, depthwise) = (blocking.pointwise, blocking.depthwise)
  let scratch = pointwiseDepthwiseScratch(arguments.scratch, blocking)
  if units.isEmpty { return }
  writePositions(depthwise, windowSite(depthwise, 0), to: scratch.depthwise)
  let taps = writeRuns(depthwise, (0, 0, 0), to: scratch.depthwise.starts)
  let runs: Runs = (UnsafePointer(scratch.depthwise.starts), taps, depthwise.runLength)
  writeMadePositions(blocking, to: scratch)
  let runsPerBlock = writeRuns(pointwise, (0, 0, 0), to: scratch.starts)
  var unit = units.lowerBound
  while unit < units.upperBound {
    let (index, panels) = takePanels(&unit, of: units, chunks: blocking.chunks, panels: pointwise.panels)
    let image = index / depthwise.bands
    let site = windowSite(depthwise, image * depthwise.groups * depthwise.bands + index % depthwise.bands)
    let positions: TilePositions = (
      UnsafePointer(scratch.depthwise.cells), UnsafePointer(scratch.depthwise.places), positionCount(depthwise, site)
    )
    let rows = blocking.rows(of: site.lines)
    clearBorder(blocking, rows.all, rows.inside, scratch.depthwise.band)
    let result =
      arguments.operands.result + image * arguments.operands.resultStride + firstPlace(depthwise, site)
      * Lane.scalarCount
    for panel in panels {
      let blocks = pointwise.blocks(ofPanels: panel..<panel + 1)
      makeRows(
        arguments, image: image, rows.inside, after: rows.inside.lowerBound - rows.all.lowerBound, blocks,
        runsPerBlock, scratch)
      for block in blocks {
        let band: WindowBand = (
          block, site.phase, positions, runs,
          UnsafePointer(scratch.depthwise.band + (block - blocks.lowerBound) * depthwise.copiedBlockCount),
          result + block * resultPixels(depthwise) * Lane.scalarCount, nil, (0, taps)
        )
        computeChannels(depthwise, arguments.operands, band)
      }
    }
  }
}

/// The depthwise convolution's scratch, whose band the pointwise one writes, and where that reads and writes.
private typealias PointwiseDepthwiseScratch = (
  depthwise: WindowScratch, cells: UnsafeMutablePointer<Int>, places: UnsafeMutablePointer<Int>,
  starts: UnsafeMutablePointer<Int>
)

@inline(__always)
private func pointwiseDepthwiseScratch(
  _ scratch: UnsafeMutableRawPointer, _ blocking: PointwiseDepthwiseBlocking
) -> PointwiseDepthwiseScratch {
  let band = scratch.assumingMemoryBound(to: Float.self)
  let cells = UnsafeMutableRawPointer(band + blocking.bandCount).assumingMemoryBound(to: Int.self)
  let places = cells + blocking.depthwise.pixelsPerUnit
  let starts = places + blocking.depthwise.pixelsPerUnit
  let madeCells = starts + blocking.depthwise.geometry.taps
  let madePlaces = madeCells + blocking.madePixels
  return ((band, band, cells, places, starts, starts), madeCells, madePlaces, madePlaces + blocking.madePixels)
}

/// Writes where the pointwise convolution reads from the first row on that is inside, and where in the band it writes.
@inline(__always)
private func writeMadePositions(_ blocking: PointwiseDepthwiseBlocking, to scratch: PointwiseDepthwiseScratch) {
  let depthwise = blocking.depthwise
  let (columns, border) = (blocking.madeColumns, blocking.borderColumns)
  var i = 0
  for row in 0..<depthwise.copiedRows {
    for column in 0..<columns {
      scratch.cells[i] = (row * depthwise.geometry.width.input + column) * Lane.scalarCount
      scratch.places[i] = (row * depthwise.copiedColumns + border + column) * Lane.scalarCount
      i += 1
    }
  }
}

/// Fills what a band has outside of the source with zeros, in every block of a panel.
@inline(__always)
private func clearBorder(
  _ blocking: PointwiseDepthwiseBlocking, _ rows: Range<Int>, _ inside: Range<Int>, _ band: UnsafeMutablePointer<Float>
) {
  let depthwise = blocking.depthwise
  let line = depthwise.copiedColumns * Lane.scalarCount
  let low = blocking.borderColumns * Lane.scalarCount
  let high = low + blocking.madeColumns * Lane.scalarCount
  for block in 0..<blocking.pointwise.blocksPerPanel {
    let cells = band + block * depthwise.copiedBlockCount
    clearCells(cells, (inside.lowerBound - rows.lowerBound) * line)
    for row in inside.lowerBound - rows.lowerBound..<inside.upperBound - rows.lowerBound {
      clearCells(cells + row * line, low)
      clearCells(cells + row * line + high, line - high)
    }
    clearCells(cells + (inside.upperBound - rows.lowerBound) * line, (rows.upperBound - inside.upperBound) * line)
  }
}

/// Makes some rows of a panel, in the band after so many of its border.
@inline(__always)
private func makeRows(
  _ arguments: PointwiseDepthwiseArguments, image: Int, _ rows: Range<Int>, after: Int, _ blocks: Range<Int>,
  _ runsPerBlock: Int, _ scratch: PointwiseDepthwiseScratch
) {
  let (pointwise, depthwise) = (arguments.blocking.pointwise, arguments.blocking.depthwise)
  let geometry = depthwise.geometry
  let result = scratch.depthwise.band + after * depthwise.copiedColumns * Lane.scalarCount
  let source =
    arguments.operands.source + image * arguments.operands.sourceStride + rows.lowerBound * geometry.width.input
    * Lane.scalarCount
  let rowCount = Lane.scalarCount * Lane.scalarCount
  let weights = arguments.pointwiseWeights + blocks.lowerBound * pointwise.sourceBlocks * rowCount
  let biases = arguments.pointwiseWeights + pointwise.packedWeightCount + blocks.lowerBound * Lane.scalarCount
  let positions: TilePositions = (
    UnsafePointer(scratch.cells), UnsafePointer(scratch.places), rows.length * arguments.blocking.madeColumns
  )
  for pass in 0..<pointwise.passes {
    let added = pointwise.blocks(ofPass: pass)
    let factors: PanelFactors = (
      source + added.lowerBound * geometry.inputPixels * Lane.scalarCount,
      passRuns(pointwise, added, runsPerBlock, UnsafePointer(scratch.starts)),
      weights + blocks.length * added.lowerBound * rowCount, pass == 0 ? biases : nil,
      weights + blocks.length * added.upperBound * rowCount
    )
    let target: TileTarget = (
      result, pass == 0 ? nil : UnsafePointer(result), depthwise.copiedBlockCount,
      pass == pointwise.passes - 1 ? arguments.pointwiseActivation : .none
    )
    computePanel(blocks.length, positions, factors, target)
  }
}
