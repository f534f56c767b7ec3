import KernelInterface

/// Transforms weights in double precision: panel by panel, each `[plane, depth tap, block, channel][rows]`, and after all
/// of them the biases. Channels after the last are 0.
@Sendable func packWinograd(_ arguments: WinogradWeightArguments, _ units: Range<Int>) {
  switch arguments.blocking.tile {
  case .small: packPanels(SmallTransform.self, arguments, units)
  case .large: packPanels(LargeTransform.self, arguments, units)
  case .strided: packPanels(StridedTransform.self, arguments, units)
  case .transposedThree: packPanels(TransposedThreeTransform.self, arguments, units)
  case .transposedFour: packPanels(TransposedFourTransform.self, arguments, units)
  }
}

@inline(__always)
private func packPanels<T: WinogradTransform>(_: T.Type, _ arguments: WinogradWeightArguments, _ panels: Range<Int>) {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let depthTaps = geometry.depth.kernel
  let channels = blocking.sourceBlocks / depthTaps * Lane.scalarCount
  let declaredRows = geometry.resultChannels(blocking.tile.direction)
  let declaredChannels = geometry.sourceChannels(blocking.tile.direction)
  let (rowStep, channelStep) = T.isForward ? (declaredChannels, 1) : (1, declaredRows)
  let near = max(1, packedRowsAtOnce / (T.weightRows * T.weightRows))
  for panel in panels {
    let first = blocking.resultBlocks * panel / blocking.panels * Lane.scalarCount
    let end = blocking.resultBlocks * (panel + 1) / blocking.panels * Lane.scalarCount
    let plane = blocking.sourceBlocks * Lane.scalarCount * (end - first)
    let packed = arguments.packed + first * T.weightRows * T.weightRows * blocking.sourceBlocks * Lane.scalarCount
    for d in 0..<depthTaps {
      var channel = 0
      while channel < channels {
        let last = min(channel + near, channels)
        for row in first..<end {
          let isRow = row < declaredRows
          let scale = isRow ? rowFactors(arguments.weights, row).scale : 0
          for c in channel..<last {
            let target = packed + (d * channels + c) * (end - first) + row - first
            if isRow, c < declaredChannels {
              let between = (row * rowStep + c * channelStep) * depthTaps + d
              let taps = arguments.weights.weights + between * T.taps * T.taps
              transformTaps(T.self, taps, scale, target, plane)
            } else {
              for i in 0..<T.weightRows * T.weightRows { target[i * plane] = 0 }
            }
          }
        }
        channel = last
      }
    }
    for row in first..<end {
      let isRow = row < declaredRows
      arguments.packed[blocking.packedWeightCount + row] = isRow ? rowFactors(arguments.weights, row).bias : 0
    }
  }
}

/// Transforms the taps between two channels, and writes them into each plane.
@inline(__always)
private func transformTaps<T: WinogradTransform>(
  _: T.Type, _ taps: UnsafePointer<Float>, _ scale: Double, _ target: UnsafeMutablePointer<Float>, _ plane: Int
) {
  func tap(_ i: Int, _ j: Int) -> Double { i < T.taps && j < T.taps ? Double(taps[i * T.taps + j]) : 0 }
  func column(_ j: Int, _ row: Int) -> Double { T.weights((tap(0, j), tap(1, j), tap(2, j), tap(3, j)), row) }
  for i in 0..<T.weightRows {
    let line = (column(0, i), column(1, i), column(2, i), column(3, i))
    for j in 0..<T.weightRows { target[(i * T.weightRows + j) * plane] = Float(T.weights(line, j) * scale) }
  }
}
