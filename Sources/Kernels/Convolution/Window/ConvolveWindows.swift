import KernelInterface

/// A tile's positions and the source they count from, for one band.
typealias WindowBand = (
  group: Int, phase: Phase, positions: TilePositions, runs: Runs, source: UnsafePointer<Float>,
  result: UnsafeMutablePointer<Float>, addend: UnsafePointer<Float>?
)

/// Computes bands of positions by chunks of panels.
@Sendable func convolveWindows(_ arguments: WindowArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  walkBands(arguments, units, border: 0) { band, chunk in
    let panels = blocking.panels * chunk / blocking.chunks..<blocking.panels * (chunk + 1) / blocking.chunks
    computePanels(arguments, band, panels)
  }
}

/// All positions of a band by some panels of its group.
@inline(__always)
private func computePanels(_ arguments: WindowArguments, _ band: WindowBand, _ panels: Range<Int>) {
  let blocking = arguments.blocking
  let forward = blocking.direction.isForward
  let blockStride = resultPixels(blocking) * Lane.scalarCount
  let groupTaps = tapCount(blocking.geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlierTaps = tapCount(blocking.geometry, before: band.phase, of: blocking.phases, forward)
  let groupRows = blocking.resultBlocks * Lane.scalarCount
  let tapRows = blocking.sourceBlocks * blocking.pixelCount * groupRows
  let weights = arguments.operands.weights + (band.group * groupTaps + earlierTaps) * tapRows
  let biases = arguments.operands.weights + blocking.packedWeightCount + band.group * groupRows
  for panel in panels {
    let first = blocking.resultBlocks * panel / blocking.panels
    let blocks = blocking.resultBlocks * (panel + 1) / blocking.panels - first
    let panelWeights = weights + first * Lane.scalarCount * band.runs.count * band.runs.length
    let factors: PanelFactors = (band.source, band.runs, panelWeights, biases + first * Lane.scalarCount)
    let target: TileTarget = (
      band.result + first * blockStride, band.addend.map { $0 + first * blockStride }, blockStride,
      arguments.operands.finish.activation
    )
    computePanel(blocks, band.positions, factors, target)
  }
}
