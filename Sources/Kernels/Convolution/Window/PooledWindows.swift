import KernelInterface

/// Computes bands of a pool of maxima from rows that a convolution makes in scratch memory, panel by panel.
@Sendable func convolvePooled(_ arguments: PooledConvolutionArguments, _ units: Range<Int>) {
  let (blocking, operands) = (arguments.blocking, arguments.operands)
  let (windows, pool) = (blocking.convolution, blocking.pool)
  if units.isEmpty { return }
  let scratch = windowScratch(arguments.scratch, windows)
  let rows = (arguments.scratch + blocking.windowBytes).assumingMemoryBound(to: Float.self)
  writePositions(windows, windowSite(windows, 0), to: scratch)
  let runCount = writeRuns(windows, (0, 0, 0), to: scratch.starts) * windows.sourceBlocks
  let runs: Runs = (UnsafePointer(scratch.starts), runCount, windows.runLength)
  let biases = operands.weights + windows.packedWeightCount
  var unit = units.lowerBound
  while unit < units.upperBound {
    let (index, panels) = takePanels(&unit, of: units, chunks: blocking.chunks, panels: windows.panels)
    let (image, band) = (index / blocking.bands, index % blocking.bands)
    let (pooled, results) = (blocking.pooledRows(band), blocking.resultRows(band))
    let site: WindowSite = (image, 0, (0, 0, 0), 0, 0, pooled)
    loadBand(
      windows, site, 0..<windows.sourceBlocks, from: operands.source + image * operands.sourceStride, to: scratch)
    let positions: TilePositions = (
      UnsafePointer(scratch.cells), UnsafePointer(scratch.places), pooled.length * windows.linePixels
    )
    // Where the first row of the whole plane would be.
    let plane = rows - pooled.lowerBound * windows.linePixels * Lane.scalarCount
    for panel in panels {
      let panelBlocks = windows.blocks(ofPanels: panel..<panel + 1)
      let (first, blocks) = (panelBlocks.lowerBound, panelBlocks.length)
      let weights = operands.weights + first * runCount * runs.length * Lane.scalarCount
      let factors: PanelFactors = (
        UnsafePointer(scratch.band), runs, weights, biases + first * Lane.scalarCount,
        weights + blocks * runCount * runs.length * Lane.scalarCount
      )
      computePanel(blocks, positions, factors, (rows, nil, blocking.blockCount, operands.finish.activation))
      for block in 0..<blocks {
        let place = (first + block) * pool.outputCount + results.lowerBound * pool.width.output
        let result = operands.result + image * operands.resultStride + place * Lane.scalarCount
        maxPoolRows(pool, results, UnsafePointer(plane + block * blocking.blockCount), result)
      }
    }
  }
}
