import KernelInterface

/// Computes every channel from the same channel of the source: each tap is one vector times another.
@Sendable func convolveChannels(_ arguments: WindowArguments, _ units: Range<Int>) {
  walkBands(arguments, units) { band, _ in computeChannels(arguments.blocking, arguments.operands, band) }
}

/// All positions of a band of one block.
@inline(__always)
func computeChannels(_ blocking: WindowBlocking, _ operands: BlockedOperands, _ band: WindowBand) {
  let forward = blocking.direction.isForward
  let taps = tapCount(blocking.geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  let earlier = tapCount(blocking.geometry, before: band.phase, of: blocking.phases, forward)
  let weights = operands.weights + (band.group * taps + earlier) * Lane.scalarCount
  let bias = operands.weights + blocking.packedWeightCount + band.group * Lane.scalarCount
  let factors: PanelFactors = (band.source, band.runs, weights, bias, weights)
  let target: TileTarget = (band.result, band.addend, 0, operands.finish.activation)
  let width = blocking.geometry.width
  if forward, blocking.loading.isOfRows, width.dilation == 1 {
    computeChannelRows(
      taps: width.kernel, stride: width.stride, columns: blocking.linePixels, band.positions, factors, target)
  } else {
    computeChannels(band.positions, factors, target)
  }
}

/// Writes weights as vectors: block by block, phase by phase, tap by tap, and after all of them the biases. A unit is a
/// block.
@Sendable func packChannels(_ arguments: WindowWeightArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let geometry = blocking.geometry
  let forward = blocking.direction.isForward
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let phases = blocking.phases
  for block in units {
    for i in 0..<Lane.scalarCount {
      let channel = block * Lane.scalarCount + i
      let isChannel = channel < geometry.inputChannels
      let factors: (scale: Double, bias: Float) = isChannel ? rowFactors(arguments.weights, channel) : (0, 0)
      arguments.packed[blocking.packedWeightCount + channel] = factors.bias
      var target = arguments.packed + block * geometry.taps * Lane.scalarCount + i
      for place in 0..<phases.depth * phases.height * phases.width {
        let phase = numberedPhase(place, of: phases)
        for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.depth {
          for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.height {
            for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.width {
              let tap = (d * height.kernel + h) * width.kernel + w
              let weight = isChannel ? Double(arguments.weights.weights[channel * geometry.taps + tap]) : 0
              target[0] = Float(weight * factors.scale)
              target += Lane.scalarCount
            }
          }
        }
      }
    }
  }
}
