import KernelInterface

/// One pass over a band: its positions, the source they count from, and which of all runs it has.
typealias WindowBand = (
  group: Int, phase: Phase, positions: TilePositions, runs: Runs, source: UnsafePointer<Float>,
  result: UnsafeMutablePointer<Float>, addend: UnsafePointer<Float>?, part: (firstRun: Int, runs: Int)
)

/// Computes bands of positions by chunks of panels.
@Sendable func convolveWindows(_ arguments: WindowArguments, _ units: Range<Int>) {
  if arguments.blocking.loading.isOfTaps { return convolveTaps(arguments, units) }
  walkBands(arguments, units) { band, panels in computePanels(arguments, band, panels) }
}

/// All positions of a band by some panels of its group, for one pass.
@inline(__always)
private func computePanels(_ arguments: WindowArguments, _ band: WindowBand, _ panels: Range<Int>) {
  let blocking = arguments.blocking
  let forward = blocking.direction.isForward
  let blockStride = blocking.unblocksResult ? blocking.madeBlockCount : resultPixels(blocking) * Lane.scalarCount
  let groupTaps = tapCount(blocking.geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlierTaps = tapCount(blocking.geometry, before: band.phase, of: blocking.phases, forward)
  let groupRows = blocking.resultBlocks * Lane.scalarCount
  let tapRows = blocking.sourceBlocks * blocking.pixelCount * groupRows
  let weights = arguments.operands.weights + (band.group * groupTaps + earlierTaps) * tapRows
  let biases = arguments.operands.weights + blocking.packedWeightCount + band.group * groupRows
  let isFirst = band.part.firstRun == 0
  let isLast = band.part.firstRun + band.runs.count + blocking.emptyRuns == band.part.runs
  for panel in panels {
    let blocks = blocking.blocks(ofPanels: panel..<panel + 1)
    let first = blocks.lowerBound
    let firstRow = first * band.part.runs + blocks.length * band.part.firstRun
    let panelWeights = weights + firstRow * band.runs.length * Lane.scalarCount
    let result = band.result + first * blockStride
    let factors: PanelFactors = (
      band.source, band.runs, panelWeights, isFirst ? biases + first * Lane.scalarCount : nil,
      panelWeights + blocks.length * band.part.runs * band.runs.length * Lane.scalarCount
    )
    let target: TileTarget = (
      result, isFirst ? band.addend.map { $0 + first * blockStride } : UnsafePointer(result), blockStride,
      isLast ? arguments.operands.finish.activation : .none
    )
    computePanel(blocks.length, band.positions, factors, target)
  }
}
