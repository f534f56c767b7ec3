import KernelInterface

/// The positions of a tile: where each reads the source and where it writes the result.
typealias TilePositions = (cells: UnsafePointer<Int>, places: UnsafePointer<Int>, count: Int)

/// What the tiles of a panel share.
typealias PanelFactors = (
  source: UnsafePointer<Float>, runs: Runs, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?
)

/// The pixels of a tile with some blocks: as many as the registers hold sums of.
@inline(__always)
func tilePixels(blocks: Int) -> Int {
  switch blocks {
  case 1: singlePanelPixels
  case 2: doublePanelPixels
  case 3: triplePanelPixels
  default: quadruplePanelPixels
  }
}

/// Computes all positions by one panel, in tiles of sizes that differ by one at most.
@inline(__always)
func computePanel(_ blocks: Int, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget) {
  let tiles = positions.count.groups(of: tilePixels(blocks: blocks))
  var first = 0
  for tile in 0..<tiles {
    let end = positions.count * (tile + 1) / tiles
    let part: TilePositions = (positions.cells + first, positions.places + first, end - first)
    switch blocks {
    case 1: computeTile(InlineArray<1, Lane>(repeating: Lane()), part, factors, target)
    case 2: computeTile(InlineArray<2, Lane>(repeating: Lane()), part, factors, target)
    case 3: computeTile(InlineArray<3, Lane>(repeating: Lane()), part, factors, target)
    case 4 where quadruplePanelPixels > 0: computeTile(InlineArray<4, Lane>(repeating: Lane()), part, factors, target)
    default: break
    }
    first = end
  }
}

@inline(__always)
private func computeTile<let blocks: Int>(
  _ zero: InlineArray<blocks, Lane>, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  let most = tilePixels(blocks: blocks)
  switch positions.count {
  case 1: computeTile(InlineArray<1, _>(repeating: zero), positions, factors, target)
  case 2: computeTile(InlineArray<2, _>(repeating: zero), positions, factors, target)
  case 3: computeTile(InlineArray<3, _>(repeating: zero), positions, factors, target)
  case 4 where most >= 4: computeTile(InlineArray<4, _>(repeating: zero), positions, factors, target)
  case 5 where most >= 5: computeTile(InlineArray<5, _>(repeating: zero), positions, factors, target)
  case 6 where most >= 6: computeTile(InlineArray<6, _>(repeating: zero), positions, factors, target)
  case 7 where most >= 7: computeTile(InlineArray<7, _>(repeating: zero), positions, factors, target)
  case 8 where most >= 8: computeTile(InlineArray<8, _>(repeating: zero), positions, factors, target)
  default: break
  }
}

@inline(never)
private func computeTile<let pixels: Int, let blocks: Int>(
  _ zero: InlineArray<pixels, InlineArray<blocks, Lane>>, _ positions: TilePositions, _ factors: PanelFactors,
  _ target: TileTarget
) {
  var start = zero
  if let biases = factors.bias {
    for b in 0..<blocks {
      let bias = biases.lane(b * Lane.scalarCount)
      for p in 0..<pixels { start[p][b] = bias }
    }
  }
  let sums = sumTile(from: start, factors.source, positions.cells, factors.runs, factors.weights)
  finishTile(sums, positions.places, target)
}
