import KernelInterface

/// Computes every channel from the same channel of the source: each tap is one vector times another.
@Sendable func convolveChannels(_ arguments: WindowArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  let forward = blocking.direction.isForward
  let taps = tapCount(blocking.geometry, before: (blocking.phases.depth, 0, 0), of: blocking.phases, forward)
  walkBands(arguments, units, border: 0) { band, _ in
    let earlier = tapCount(blocking.geometry, before: band.phase, of: blocking.phases, forward)
    let weights = arguments.operands.weights + (band.group * taps + earlier) * Lane.scalarCount
    let bias = arguments.operands.weights + blocking.packedWeightCount + band.group * Lane.scalarCount
    let factors: PanelFactors = (band.source, band.runs, weights, bias)
    let target: TileTarget = (band.result, band.addend, 0, arguments.operands.finish.activation)
    computeChannels(band.positions, factors, target)
  }
}

@inline(__always)
private func computeChannels(_ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget) {
  let tiles = positions.count.groups(of: 8)
  var first = 0
  for tile in 0..<tiles {
    let end = positions.count * (tile + 1) / tiles
    let part: TilePositions = (positions.cells + first, positions.places + first, end - first)
    switch part.count {
    case 1: computeTile(InlineArray<1, Lane>(repeating: Lane()), part, factors, target)
    case 2: computeTile(InlineArray<2, Lane>(repeating: Lane()), part, factors, target)
    case 3: computeTile(InlineArray<3, Lane>(repeating: Lane()), part, factors, target)
    case 4: computeTile(InlineArray<4, Lane>(repeating: Lane()), part, factors, target)
    case 5: computeTile(InlineArray<5, Lane>(repeating: Lane()), part, factors, target)
    case 6: computeTile(InlineArray<6, Lane>(repeating: Lane()), part, factors, target)
    case 7: computeTile(InlineArray<7, Lane>(repeating: Lane()), part, factors, target)
    default: computeTile(InlineArray<8, Lane>(repeating: Lane()), part, factors, target)
    }
    first = end
  }
}

@inline(__always)
private func computeTile<let pixels: Int>(
  _ zero: InlineArray<pixels, Lane>, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  var sums = InlineArray<pixels, InlineArray<1, Lane>>(repeating: InlineArray(repeating: Lane()))
  var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: factors.source)
  for p in 0..<pixels { places[p] = factors.source + positions.cells[p] }
  if let bias = factors.bias {
    for p in 0..<pixels { sums[p][0] = bias.lane(0) }
  }
  for tap in 0..<factors.runs.count {
    let weight = factors.weights.lane(tap * Lane.scalarCount)
    let start = factors.runs.starts[tap]
    for p in 0..<pixels { sums[p][0].accumulate(weight, places[p].lane(start)) }
  }
  finishTile(sums, positions.places, target)
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
        let phase = (place / (phases.height * phases.width), place / phases.width % phases.height, place % phases.width)
        for d in 0..<depth.kernel where phaseOfTap(d, depth, forward) == phase.0 {
          for h in 0..<height.kernel where phaseOfTap(h, height, forward) == phase.1 {
            for w in 0..<width.kernel where phaseOfTap(w, width, forward) == phase.2 {
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
