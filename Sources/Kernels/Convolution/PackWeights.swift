import KernelInterface

/// Writes weights as panels of a tile's rows: group by group, phase by phase, panel by panel, each `[channel,
/// tap][rows]`.
@Sendable func packWeights(_ arguments: ConvolutionWeightArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let forward = arguments.direction.isForward
  let rows = forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
  let channels = forward ? geometry.inputChannelsPerGroup : geometry.outputChannelsPerGroup
  let phases: Phase = (
    forward ? 1 : min(geometry.depth.stride, geometry.depth.input),
    forward ? 1 : min(geometry.height.stride, geometry.height.input),
    forward ? 1 : min(geometry.width.stride, geometry.width.input)
  )
  let groupTaps = tapCount(geometry, before: (phases.depth, 0, 0), of: phases, forward)
  let unitsPerGroup = rows.groups(of: ConvolutionWeightArguments.rowsPerUnit)
  for unit in units {
    let group = unit / unitsPerGroup
    var row = unit % unitsPerGroup * ConvolutionWeightArguments.rowsPerUnit
    let end = min(row + ConvolutionWeightArguments.rowsPerUnit, rows)
    while row < end {
      var base = arguments.packed + group * groupTaps * rows * channels
      let panel = min(panelRows(of: rows), rows - row)
      for d in 0..<phases.depth {
        for h in 0..<phases.height {
          for w in 0..<phases.width {
            base += packPhase(arguments, (d, h, w), group, row, panel, rows, channels, to: base)
          }
        }
      }
      row += panel
    }
  }
}

/// Writes one panel of a phase, and returns the floats of all its panels.
@inline(__always)
private func packPhase(
  _ arguments: ConvolutionWeightArguments, _ phase: Phase, _ group: Int, _ row: Int, _ panel: Int, _ rows: Int,
  _ channels: Int, to base: UnsafeMutablePointer<Float>
) -> Int {
  let geometry = arguments.geometry
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let forward = arguments.direction.isForward
  let count =
    tapCount(depth, phase: phase.depth, forward) * tapCount(height, phase: phase.height, forward)
    * tapCount(width, phase: phase.width, forward) * channels
  let taps = geometry.taps
  let (rowStride, channelStride) = forward ? (channels * taps, taps) : (taps, rows * taps)
  let first = arguments.weights + group * rows * channels * taps + row * rowStride
  var target = base + row * count
  for channel in 0..<channels {
    for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
      for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
        for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
          let source = first + channel * channelStride + (d * height.kernel + h) * width.kernel + w
          for i in 0..<panel { target[i] = source[i * rowStride] }
          target += panel
        }
      }
    }
  }
  return rows * count
}
