import KernelInterface

/// Calls a body with every band of some units and the chunk of panels that is wanted of it. What positions read and
/// write is the same for all bands that are copied, but for the band's first cell, and so is written once for a phase.
@inline(__always)
func walkBands(
  _ arguments: WindowArguments, _ units: Range<Int>, border: Float, _ body: (WindowBand, Int) -> Void
) {
  let blocking = arguments.blocking
  let operands = arguments.operands
  let scratch = windowScratch(arguments.scratch, blocking)
  var loaded = -1
  var written = -1
  var runs: Runs = (UnsafePointer(scratch.starts), 0, blocking.runLength)
  for unit in units {
    let index = unit / blocking.chunks
    let site = windowSite(blocking, index)
    if site.lines.isEmpty { continue }
    let source = operands.source + site.image * operands.sourceStride + site.group * groupCount(blocking)
    if index != loaded {
      loaded = index
      let table = blocking.copies ? site.phaseIndex : index
      if table != written {
        runs = writeRuns(blocking, site.phase, to: scratch.starts)
        writePositions(blocking, site, to: scratch)
        written = table
      }
      if blocking.copies { loadBand(blocking, site, border: border, from: source, to: scratch.band) }
    }
    let place = firstPlace(blocking, site) + site.group * blocking.resultBlocks * resultPixels(blocking)
    let result = place * Lane.scalarCount
    let band: WindowBand = (
      site.group, site.phase,
      (UnsafePointer(scratch.cells), UnsafePointer(scratch.places), positionCount(blocking, site)),
      runs, blocking.copies ? UnsafePointer(scratch.band) : source,
      operands.result + site.image * operands.resultStride + result,
      operands.finish.addend.map { $0 + site.image * operands.finish.addendStride + result }
    )
    body(band, unit % blocking.chunks)
  }
}

/// Floats of a group of the source.
@inline(__always)
private func groupCount(_ blocking: WindowBlocking) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let pixels = sourceSize(depth, forward) * sourceSize(height, forward) * sourceSize(width, forward)
  return blocking.sourceBlocks * pixels * blocking.pixelCount
}

/// The pixels of a channel of the result.
@inline(__always)
func resultPixels(_ blocking: WindowBlocking) -> Int {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  return resultSize(depth, forward) * resultSize(height, forward) * resultSize(width, forward)
}
