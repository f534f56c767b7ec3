import KernelInterface

/// Writes weights as panels: group by group, phase by phase, panel by panel, each `[block, tap, channel][rows]`, or
/// `[tap, block, channel][rows]` where taps are summed one after the other, and after all of them the biases. Channels
/// after the last are 0.
@Sendable func packWindows(_ arguments: WindowWeightArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let forward = blocking.direction.isForward
  let phases = blocking.phases
  let groupTaps = tapCount(geometry, before: (phases.depth, 0, 0), of: phases, forward)
  for unit in units {
    let (group, panel) = (unit / blocking.panels, unit % blocking.panels)
    let blocks = blocking.blocks(ofPanels: panel..<panel + 1)
    let rows = blocks.lowerBound * Lane.scalarCount..<blocks.upperBound * Lane.scalarCount
    let groupRows = blocking.resultBlocks * Lane.scalarCount
    var base = arguments.packed + group * groupTaps * blocking.sourceBlocks * blocking.pixelCount * groupRows
    for d in 0..<phases.depth {
      for h in 0..<phases.height {
        for w in 0..<phases.width {
          base += packPanel(arguments, group, (d, h, w), rows, to: base)
        }
      }
    }
    let biases = arguments.packed + blocking.packedWeightCount + group * groupRows
    for row in rows {
      biases[row] = row < blocking.rows ? rowFactors(arguments.weights, group * blocking.rows + row).bias : 0
    }
  }
}

/// Rows of a panel that are packed one channel of the result after another: so many that they stay in the first cache.
var packedRowsAtOnce: Int { 128 }

/// Writes one panel of a phase, and returns the floats of all its panels.
@inline(__always)
private func packPanel(
  _ arguments: WindowWeightArguments, _ group: Int, _ phase: Phase, _ rows: Range<Int>,
  to base: UnsafeMutablePointer<Float>
) -> Int {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let forward = blocking.direction.isForward
  let taps =
    tapCount(depth, phase: phase.depth, forward) * tapCount(height, phase: phase.height, forward)
    * tapCount(width, phase: phase.width, forward)
  let steps = blocking.sourceBlocks * blocking.pixelCount * taps
  let (channels, results, pixelCount, allTaps) = (
    blocking.channels, blocking.rows, blocking.pixelCount, geometry.taps
  )
  let weights = arguments.weights.weights + group * results * channels * allTaps
  let (rowStep, channelStep) = forward ? (channels * allTaps, allTaps) : (allTaps, results * allTaps)
  // Floats between blocks and between their taps.
  let cellCount = pixelCount * rows.length
  let (blockStride, tapStride) =
    blocking.loading.isOfTaps ? (cellCount, blocking.sourceBlocks * cellCount) : (taps * cellCount, cellCount)
  let near = max(1, packedRowsAtOnce / max(pixelCount * taps, 1))
  var first = 0
  while first < blocking.sourceBlocks {
    let end = min(first + near, blocking.sourceBlocks)
    for row in rows {
      let factor = row < results ? rowFactors(arguments.weights, group * results + row).scale : 0
      let panel = base + rows.lowerBound * steps + (row - rows.lowerBound)
      for block in first..<end {
        var target = panel + block * blockStride
        let filled = row < results ? max(0, min(pixelCount, channels - block * pixelCount)) : 0
        for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
          for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
            for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
              let tap = (d * height.kernel + h) * width.kernel + w
              let cells = weights + row * rowStep + block * pixelCount * channelStep + tap
              for c in 0..<filled { target[c * rows.length] = Float(Double(cells[c * channelStep]) * factor) }
              for c in filled..<pixelCount { target[c * rows.length] = 0 }
              target += tapStride
            }
          }
        }
      }
    }
    first = end
  }
  return blocking.resultBlocks * Lane.scalarCount * steps
}
