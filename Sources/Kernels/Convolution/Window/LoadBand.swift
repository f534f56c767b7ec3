import KernelInterface

/// Copies what the positions of a site read of some blocks of its group, from the first of them on.
@inline(__always)
func loadBand(
  _ blocking: WindowBlocking, _ site: WindowSite, _ blocks: Range<Int>, from source: UnsafePointer<Float>,
  to scratch: WindowScratch
) {
  if blocking.loading.isOfCells {
    loadCells(blocking, site, blocks.length, from: source, to: scratch)
  } else {
    loadRows(blocking, site, blocks, from: source, to: scratch.band)
  }
}

/// Copies the cells of each position, block by block.
@inline(__always)
private func loadCells(
  _ blocking: WindowBlocking, _ site: WindowSite, _ blocks: Int, from source: UnsafePointer<Float>,
  to scratch: WindowScratch
) {
  for block in 0..<blocks {
    let cells = source + block * blocking.geometry.inputPixels * Lane.scalarCount
    let target = scratch.band + block * blocking.copiedBlockCount
    for i in 0..<site.lines.length { target.store(cells.lane(scratch.origins[i]), i * Lane.scalarCount) }
  }
}

/// Copies whole rows, block by block and depth tap by depth tap, with zeros outside of the source.
@inline(__always)
private func loadRows(
  _ blocking: WindowBlocking, _ site: WindowSite, _ blocks: Range<Int>, from source: UnsafePointer<Float>,
  to band: UnsafeMutablePointer<Float>
) {
  let forward = blocking.direction.isForward
  let (depth, height, width) = (blocking.geometry.depth, blocking.geometry.height, blocking.geometry.width)
  let pixel = blocking.pixelCount
  let lowRow = lowestOffset(height, phase: site.phase.height, forward)
  let lowColumn = lowestOffset(width, phase: site.phase.width, forward)
  let rows = (site.lines.length - 1) * sourceStep(height, forward) + blocking.rowReach
  let columns = blocking.copiedColumns
  let (sourceRows, sourceColumns) = (sourceSize(height, forward), sourceSize(width, forward))
  let firstRow = site.lines.lowerBound * sourceStep(height, forward) + lowRow
  let lastRow = firstRow + rows
  // The columns of the source that a copied row has, after some zeros and before others.
  let low = min(max(-lowColumn, 0), columns)
  let high = max(low, min(columns, sourceColumns - lowColumn))
  let isWhole = low == 0 && high == columns && columns == sourceColumns
  let line = columns * pixel
  let pitch = sourceSize(depth, forward) * sourceRows * sourceColumns
  for block in 0..<blocks.length {
    let plane = source + block * pitch * pixel
    let channels = blocking.blocksSource ? presentChannels(blocking, site, blocks.lowerBound + block) : 0
    func copy(_ row: Int, column: Int, _ pixels: Int, to target: UnsafeMutablePointer<Float>) {
      let first = row * sourceColumns + column
      if blocking.blocksSource {
        blockPixels(plane, pitch: pitch, channels: channels, first..<first + pixels, to: target)
      } else {
        copyCells(plane + first * pixel, target, pixels * pixel)
      }
    }
    var target = band + block * blocking.copiedBlockCount
    for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == site.phase.depth {
      let place =
        site.slice * sourceStep(depth, forward) + offsetOfTap(d, depth, phase: site.phase.depth, forward)
      let begin = place >= 0 && place < sourceSize(depth, forward) ? min(max(firstRow, 0), lastRow) : lastRow
      let end = max(begin, min(lastRow, sourceRows))
      fillCells(target, (begin - firstRow) * line, 0)
      if isWhole {
        copy(place * sourceRows + begin, column: 0, (end - begin) * columns, to: target + (begin - firstRow) * line)
      } else {
        for row in begin..<end {
          let copied = target + (row - firstRow) * line
          fillCells(copied, low * pixel, 0)
          copy(place * sourceRows + row, column: lowColumn + low, high - low, to: copied + low * pixel)
          fillCells(copied + high * pixel, (columns - high) * pixel, 0)
        }
      }
      fillCells(target + (end - firstRow) * line, (lastRow - end) * line, 0)
      target += blocking.copiedSliceCount
    }
  }
}

/// The channels of the source that a block of a site's group has.
@inline(__always)
private func presentChannels(_ blocking: WindowBlocking, _ site: WindowSite, _ block: Int) -> Int {
  let geometry = blocking.geometry
  let channels = blocking.direction.isForward ? geometry.inputChannels : geometry.outputChannels
  return min(Lane.scalarCount, channels - (site.group * blocking.sourceBlocks + block) * Lane.scalarCount)
}
