import KernelInterface

/// Calls a body with every band of some units, pass by pass, and with the panels that are wanted of it.
///
/// What positions read and write is the same for all bands of which rows are copied, but for the band's first cell, and
/// so is written once for a phase.
@inline(__always)
func walkBands(
  _ arguments: WindowArguments, _ units: Range<Int>, _ body: (WindowBand, Range<Int>) -> Void
) {
  let blocking = arguments.blocking
  let operands = arguments.operands
  let scratch = windowScratch(arguments.scratch, blocking)
  var written = -1
  var runsPerBlock = 0
  var unit = units.lowerBound
  while unit < units.upperBound {
    let (index, panels) = takePanels(&unit, of: units, chunks: blocking.chunks, panels: blocking.panels)
    let site = windowSite(blocking, index)
    if site.lines.isEmpty { continue }
    let source = operands.source + site.image * operands.sourceStride + site.group * groupCount(blocking)
    let table = blocking.loading.isOfRows ? site.phaseIndex : index
    if table != written {
      runsPerBlock = writeRuns(blocking, site.phase, to: scratch.starts)
      writePositions(blocking, site, to: scratch)
      written = table
    }
    let groupPlace = site.group * blocking.resultBlocks * resultPixels(blocking)
    let place = (groupPlace + firstPlace(blocking, site)) * Lane.scalarCount
    let result =
      blocking.unblocksResult
      ? scratch.made - (blocking.loading.isOfRows ? 0 : site.lines.lowerBound * Lane.scalarCount)
      : operands.result + site.image * operands.resultStride + place
    for pass in 0..<blocking.passes {
      let blocks = blocking.blocks(ofPass: pass)
      var cells = source + blocks.lowerBound * blockCount(blocking)
      if !blocking.loading.isNone {
        loadBand(blocking, site, blocks, from: cells, to: scratch)
        cells = UnsafePointer(scratch.band)
      }
      let band: WindowBand = (
        site.group, site.phase,
        (UnsafePointer(scratch.cells), UnsafePointer(scratch.places), positionCount(blocking, site)),
        passRuns(blocking, blocks, runsPerBlock, UnsafePointer(scratch.starts)), cells,
        result, operands.finish.addend.map { $0 + site.image * operands.finish.addendStride + place },
        (blocks.lowerBound * runsPerBlock, blocking.sourceBlocks * runsPerBlock)
      )
      body(band, panels)
    }
    if blocking.unblocksResult { storeMade(blocking, operands, site, panels, from: UnsafePointer(scratch.made)) }
  }
}

/// Brings the result of a band by some panels from scratch memory back to the planes of a plain tensor.
@inline(__always)
private func storeMade(
  _ blocking: WindowBlocking, _ operands: BlockedOperands, _ site: WindowSite, _ panels: Range<Int>,
  from made: UnsafePointer<Float>
) {
  let pitch = resultPixels(blocking)
  let first = firstPlace(blocking, site) + (blocking.loading.isOfRows ? 0 : site.lines.lowerBound)
  for block in blocking.blocks(ofPanels: panels) {
    let channel = (site.group * blocking.resultBlocks + block) * Lane.scalarCount
    unblockPixels(
      made + block * blocking.madeBlockCount,
      to: operands.result + site.image * operands.resultStride + channel * pitch, pitch: pitch,
      channels: min(Lane.scalarCount, blocking.geometry.outputChannels - channel),
      first..<first + positionCount(blocking, site))
  }
}

/// What a pass over some blocks sums up.
@inline(__always)
func passRuns(
  _ blocking: WindowBlocking, _ blocks: Range<Int>, _ runsPerBlock: Int, _ starts: UnsafePointer<Int>
) -> Runs {
  let empty = blocks.upperBound == blocking.sourceBlocks ? blocking.emptyRuns : 0
  return (starts, blocks.length * runsPerBlock - empty, blocking.runLength)
}

/// The chunks of panels from a unit on that belong to one index, together; moves on to the next index.
@inline(__always)
func takePanels(
  _ unit: inout Int, of units: Range<Int>, chunks: Int, panels: Int
) -> (index: Int, panels: Range<Int>) {
  let index = unit / chunks
  let first = unit - index * chunks
  let end = min(units.upperBound - index * chunks, chunks)
  unit = index * chunks + end
  return (index, panels * first / chunks..<panels * end / chunks)
}

/// Floats of a group of the source.
@inline(__always)
private func groupCount(_ blocking: WindowBlocking) -> Int {
  blocking.sourceBlocks * blockCount(blocking)
}

/// Floats of a block of the source.
@inline(__always)
private func blockCount(_ blocking: WindowBlocking) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  return sourceSize(depth, forward) * sourceSize(height, forward) * sourceSize(width, forward) * blocking.pixelCount
}

/// The pixels of a channel of the result.
@inline(__always)
func resultPixels(_ blocking: WindowBlocking) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  return resultSize(depth, forward) * resultSize(height, forward) * resultSize(width, forward)
}
