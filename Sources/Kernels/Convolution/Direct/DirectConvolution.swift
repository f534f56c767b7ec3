import KernelInterface

/// Computes bands of positions by chunks of panels.
@Sendable func convolveDirect(_ arguments: DirectArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let scratch = directScratch(arguments.scratch, blocking)
  var loaded = -1
  var positions = 0
  var runs: Runs = (UnsafePointer(scratch.starts), 0, blocking.runLength)
  for unit in units {
    let index = unit / blocking.chunks
    let site = directSite(blocking, index)
    if site.lines.isEmpty { continue }
    let group = directSource(arguments, site)
    if index != loaded {
      runs = writeRuns(blocking, site.phase, to: scratch.starts)
      positions = writePositions(blocking, site, to: scratch)
      if blocking.copies { loadBand(blocking, site, from: group, to: scratch.band) }
      loaded = index
    }
    let chunk = unit % blocking.chunks
    let panels = blocking.panels * chunk / blocking.chunks..<blocking.panels * (chunk + 1) / blocking.chunks
    computePanels(
      arguments, site, panels, (UnsafePointer(scratch.cells), UnsafePointer(scratch.places), positions),
      blocking.copies ? UnsafePointer(scratch.band) : group, runs)
  }
}

/// The channels of a site's group in its image.
@inline(__always)
private func directSource(_ arguments: DirectArguments, _ site: DirectSite) -> UnsafePointer<Float> {
  let blocking = arguments.blocking
  let forward = blocking.direction.isForward
  let geometry = blocking.geometry
  let pixels =
    sourceSize(geometry.depth, forward) * sourceSize(geometry.height, forward) * sourceSize(geometry.width, forward)
  let group = site.group * blocking.sourceBlocks * pixels * blocking.pixelCount
  return arguments.operands.source + site.image * arguments.operands.sourceStride + group
}

/// All positions of a site by some panels of its group.
@inline(__always)
private func computePanels(
  _ arguments: DirectArguments, _ site: DirectSite, _ panels: Range<Int>, _ positions: TilePositions,
  _ source: UnsafePointer<Float>, _ runs: Runs
) {
  let blocking = arguments.blocking
  let forward = blocking.direction.isForward
  let geometry = blocking.geometry
  let pixels =
    resultSize(geometry.depth, forward) * resultSize(geometry.height, forward) * resultSize(geometry.width, forward)
  let blockStride = pixels * Lane.scalarCount
  let groupTaps = tapCount(geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlierTaps = tapCount(geometry, before: site.phase, of: blocking.phases, forward)
  let blockDepth = blocking.sourceBlocks * blocking.pixelCount
  let groupRows = blocking.resultBlocks * Lane.scalarCount
  let weights = arguments.operands.weights + (site.group * groupTaps + earlierTaps) * blockDepth * groupRows
  let biases = arguments.operands.weights + blocking.packedWeightCount + site.group * groupRows
  let group = site.group * blocking.resultBlocks * blockStride
  let result = arguments.operands.result + site.image * arguments.operands.resultStride + group
  let addend = arguments.operands.finish.addend.map { $0 + site.image * arguments.operands.finish.addendStride + group }
  for panel in panels {
    let first = blocking.resultBlocks * panel / blocking.panels
    let blocks = blocking.resultBlocks * (panel + 1) / blocking.panels - first
    let factors: PanelFactors = (
      source, runs, weights + first * Lane.scalarCount * runs.count * runs.length, biases + first * Lane.scalarCount
    )
    let target: TileTarget = (
      result + first * blockStride, addend.map { $0 + first * blockStride }, blockStride, arguments.operands.finish.activation
    )
    computePanel(blocks, positions, factors, target)
  }
}
