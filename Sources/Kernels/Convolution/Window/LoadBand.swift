import KernelInterface

/// Copies what the positions of a site read, block by block and depth tap by depth tap, with a border
/// outside of the source: 0, or what a maximum never is.
@inline(__always)
func loadBand(
  _ blocking: WindowBlocking, _ site: WindowSite, border: Float, from group: UnsafePointer<Float>,
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
  // The columns of the source that a copied row has, after some zeros and before others.
  let low = min(max(-lowColumn, 0), columns)
  let high = max(low, min(columns, sourceColumns - lowColumn))
  for block in 0..<blocking.sourceBlocks {
    let plane = group + block * sourceSize(depth, forward) * sourceRows * sourceColumns * pixel
    var target = band + block * blocking.copiedBlockCount
    for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == site.phase.depth {
      let place =
        site.slice * sourceStep(depth, forward) + offsetOfTap(d, depth, phase: site.phase.depth, forward)
      let isInside = place >= 0 && place < sourceSize(depth, forward)
      for row in firstRow..<firstRow + rows {
        let line = target + (row - firstRow) * columns * pixel
        if isInside && row >= 0 && row < sourceRows {
          fillCells(line, low * pixel, border)
          let cells = plane + ((place * sourceRows + row) * sourceColumns + lowColumn + low) * pixel
          copyCells(cells, line + low * pixel, (high - low) * pixel)
          fillCells(line + high * pixel, (columns - high) * pixel, border)
        } else {
          fillCells(line, columns * pixel, border)
        }
      }
      target += blocking.copiedSliceCount
    }
  }
}
