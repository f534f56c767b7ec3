import KernelInterface

/// Transforms weights in double precision: panel by panel, each `[plane, depth tap, block, channel][rows]`, and after all
/// of them the biases. Channels after the last are 0.
@Sendable func packWinograd(_ arguments: WinogradWeightArguments, _ units: Range<Int>) {
  if arguments.blocking.outputs == LargeTransform.outputs {
    packPanels(LargeTransform.self, arguments, units)
  } else {
    packPanels(SmallTransform.self, arguments, units)
  }
}

@inline(__always)
private func packPanels<T: WinogradTransform>(_: T.Type, _ arguments: WinogradWeightArguments, _ panels: Range<Int>) {
  let blocking = arguments.blocking
  let outputs = blocking.geometry.outputChannels
  for panel in panels {
    let first = blocking.resultBlocks * panel / blocking.panels * Lane.scalarCount
    let end = blocking.resultBlocks * (panel + 1) / blocking.panels * Lane.scalarCount
    for row in first..<end {
      let factors: (scale: Double, bias: Float) = row < outputs ? rowFactors(arguments.weights, row) : (0, 0)
      packRow(T.self, arguments, first..<end, row, scale: factors.scale)
      arguments.packed[blocking.packedWeightCount + row] = factors.bias
    }
  }
}

/// Writes the weights of one channel of the result into its panel.
@inline(__always)
private func packRow<T: WinogradTransform>(
  _: T.Type, _ arguments: WinogradWeightArguments, _ rows: Range<Int>, _ row: Int, scale: Double
) {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let depthTaps = geometry.depth.kernel
  let blocks = blocking.sourceBlocks / depthTaps
  let plane = blocking.sourceBlocks * Lane.scalarCount * rows.length
  let panel = arguments.packed + rows.lowerBound * T.inputs * T.inputs * blocking.sourceBlocks * Lane.scalarCount
  for d in 0..<depthTaps {
    for channel in 0..<blocks * Lane.scalarCount {
      let target = panel + (d * blocks * Lane.scalarCount + channel) * rows.length + row - rows.lowerBound
      guard row < geometry.outputChannels, channel < geometry.inputChannels else {
        for i in 0..<T.inputs * T.inputs { target[i * plane] = 0 }
        continue
      }
      let taps = arguments.weights.weights + ((row * geometry.inputChannels + channel) * depthTaps + d) * 9
      func column(_ w: Int, _ i: Int) -> Double {
        T.weights((Double(taps[w]), Double(taps[3 + w]), Double(taps[6 + w])), i)
      }
      for i in 0..<T.inputs {
        let line = (column(0, i), column(1, i), column(2, i))
        for j in 0..<T.inputs { target[(i * T.inputs + j) * plane] = Float(T.weights(line, j) * scale) }
      }
    }
  }
}
