import KernelInterface

/// Writes weights as panels: group by group, phase by phase, panel by panel, each `[block, tap, channel][rows]`, and
/// after all of them the biases. Channels after the last are 0.
@Sendable func packWindows(_ arguments: WindowWeightArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let forward = blocking.direction.isForward
  let phases = blocking.phases
  let groupTaps = tapCount(geometry, before: (phases.depth, 0, 0), of: phases, forward)
  for unit in units {
    let (group, panel) = (unit / blocking.panels, unit % blocking.panels)
    let first = blocking.resultBlocks * panel / blocking.panels * Lane.scalarCount
    let rows = blocking.resultBlocks * (panel + 1) / blocking.panels * Lane.scalarCount - first
    let groupRows = blocking.resultBlocks * Lane.scalarCount
    var base = arguments.packed + group * groupTaps * blocking.sourceBlocks * blocking.pixelCount * groupRows
    for d in 0..<phases.depth {
      for h in 0..<phases.height {
        for w in 0..<phases.width {
          base += packPanel(arguments, group, (d, h, w), first..<first + rows, to: base)
        }
      }
    }
    let biases = arguments.packed + blocking.packedWeightCount + group * groupRows
    for row in first..<first + rows {
      biases[row] = row < blocking.rows ? rowFactors(arguments.weights, group * blocking.rows + row).bias : 0
    }
  }
}

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
  let panel = base + rows.lowerBound * steps
  let weights = arguments.weights.weights + group * blocking.rows * blocking.channels * geometry.taps
  for row in rows {
    let factor = row < blocking.rows ? rowFactors(arguments.weights, group * blocking.rows + row).scale : 0
    var target = panel + (row - rows.lowerBound)
    for block in 0..<blocking.sourceBlocks {
      for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
        for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
          for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
            let tap = (d * height.kernel + h) * width.kernel + w
            for c in 0..<blocking.pixelCount {
              let channel = block * blocking.pixelCount + c
              if row < blocking.rows && channel < blocking.channels {
                let pair = forward ? row * blocking.channels + channel : channel * blocking.rows + row
                target[0] = Float(Double(weights[pair * geometry.taps + tap]) * factor)
              } else {
                target[0] = 0
              }
              target += rows.length
            }
          }
        }
      }
    }
  }
  return blocking.resultBlocks * Lane.scalarCount * steps
}
