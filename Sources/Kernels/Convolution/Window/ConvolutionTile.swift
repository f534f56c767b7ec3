import CPlatform
import KernelInterface

// The generic functions of tiles stand in one file, private: elsewhere they would be compiled unspecialised too, with weak
// symbols that all instruction sets share.

/// The runs of cells that every position of a convolution reads, relative to its place in the source.
typealias Runs = (starts: UnsafePointer<Int>, count: Int, length: Int)

/// The positions of a tile: where each reads the source and where it writes the result.
typealias TilePositions = (cells: UnsafePointer<Int>, places: UnsafePointer<Int>, count: Int)

/// What the tiles of a panel share, and the weights that are wanted after it, as many as its own.
typealias PanelFactors = (
  source: UnsafePointer<Float>, runs: Runs, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
  next: UnsafePointer<Float>
)

/// Cache lines that are asked for while a tile is computed, some with every run.
private typealias Prefetch = (start: UnsafePointer<Float>, linesPerRun: Int)

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
  // Few tiles take less time than their weights need from memory.
  let runCount = factors.runs.length * blocks * Lane.scalarCount
  var prefetch: Prefetch = (factors.next, tiles < 8 ? runCount.groups(of: 16 * tiles) : 0)
  var first = 0
  for tile in 0..<tiles {
    let end = positions.count * (tile + 1) / tiles
    let part: TilePositions = (positions.cells + first, positions.places + first, end - first)
    switch blocks {
    case 1: computeTile(InlineArray<1, Lane>(repeating: Lane()), part, factors, prefetch, target)
    case 2: computeTile(InlineArray<2, Lane>(repeating: Lane()), part, factors, prefetch, target)
    case 3: computeTile(InlineArray<3, Lane>(repeating: Lane()), part, factors, prefetch, target)
    case 4 where quadruplePanelPixels > 0:
      computeTile(InlineArray<4, Lane>(repeating: Lane()), part, factors, prefetch, target)
    default: break
    }
    prefetch.start += prefetch.linesPerRun * factors.runs.count * 16
    first = end
  }
}

@inline(__always)
private func computeTile<let blocks: Int>(
  _ zero: InlineArray<blocks, Lane>, _ positions: TilePositions, _ factors: PanelFactors,
  _ prefetch: Prefetch, _ target: TileTarget
) {
  let most = tilePixels(blocks: blocks)
  switch positions.count {
  case 1: computeTile(InlineArray<1, _>(repeating: zero), positions, factors, prefetch, target)
  case 2: computeTile(InlineArray<2, _>(repeating: zero), positions, factors, prefetch, target)
  case 3: computeTile(InlineArray<3, _>(repeating: zero), positions, factors, prefetch, target)
  case 4 where most >= 4: computeTile(InlineArray<4, _>(repeating: zero), positions, factors, prefetch, target)
  case 5 where most >= 5: computeTile(InlineArray<5, _>(repeating: zero), positions, factors, prefetch, target)
  case 6 where most >= 6: computeTile(InlineArray<6, _>(repeating: zero), positions, factors, prefetch, target)
  case 7 where most >= 7: computeTile(InlineArray<7, _>(repeating: zero), positions, factors, prefetch, target)
  case 8 where most >= 8: computeTile(InlineArray<8, _>(repeating: zero), positions, factors, prefetch, target)
  default: break
  }
}

@inline(never)
private func computeTile<let pixels: Int, let blocks: Int>(
  _ zero: InlineArray<pixels, InlineArray<blocks, Lane>>, _ positions: TilePositions, _ factors: PanelFactors,
  _ prefetch: Prefetch, _ target: TileTarget
) {
  var start = zero
  if let biases = factors.bias {
    for b in 0..<blocks {
      let bias = biases.lane(b * Lane.scalarCount)
      for p in 0..<pixels { start[p][b] = bias }
    }
  }
  if let addend = target.addend {
    for p in 0..<pixels {
      for b in 0..<blocks { start[p][b] += addend.lane(positions.places[p] + b * target.blockStride) }
    }
  }
  let sums = sumTile(from: start, factors.source, positions.cells, factors.runs, factors.weights, prefetch)
  finishTile(sums, positions.places, target)
}

/// Computes all positions of one block, each channel from itself.
@inline(__always)
func computeChannels(_ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget) {
  let tiles = positions.count.groups(of: 8)
  var first = 0
  for tile in 0..<tiles {
    let end = positions.count * (tile + 1) / tiles
    let part: TilePositions = (positions.cells + first, positions.places + first, end - first)
    switch part.count {
    case 1: computeChannelTile(InlineArray<1, Lane>(repeating: Lane()), part, factors, target)
    case 2: computeChannelTile(InlineArray<2, Lane>(repeating: Lane()), part, factors, target)
    case 3: computeChannelTile(InlineArray<3, Lane>(repeating: Lane()), part, factors, target)
    case 4: computeChannelTile(InlineArray<4, Lane>(repeating: Lane()), part, factors, target)
    case 5: computeChannelTile(InlineArray<5, Lane>(repeating: Lane()), part, factors, target)
    case 6: computeChannelTile(InlineArray<6, Lane>(repeating: Lane()), part, factors, target)
    case 7: computeChannelTile(InlineArray<7, Lane>(repeating: Lane()), part, factors, target)
    default: computeChannelTile(InlineArray<8, Lane>(repeating: Lane()), part, factors, target)
    }
    first = end
  }
}

@inline(__always)
private func computeChannelTile<let pixels: Int>(
  _ zero: InlineArray<pixels, Lane>, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  var sums = InlineArray<pixels, InlineArray<1, Lane>>(repeating: InlineArray(repeating: Lane()))
  var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: factors.source)
  for p in 0..<pixels { places[p] = factors.source + positions.cells[p] }
  if let bias = factors.bias {
    for p in 0..<pixels { sums[p][0] = bias.lane(0) }
  }
  if let addend = target.addend {
    for p in 0..<pixels { sums[p][0] += addend.lane(positions.places[p]) }
  }
  for tap in 0..<factors.runs.count {
    let weight = factors.weights.lane(tap * Lane.scalarCount)
    let start = factors.runs.starts[tap]
    for p in 0..<pixels { sums[p][0].accumulate(weight, places[p].lane(start)) }
  }
  finishTile(sums, positions.places, target)
}

/// Sums a register tile: some pixels by the blocks of a panel, over all runs.
///
/// Each step multiplies one cell of every pixel with the vectors of one row of the panel.
@inline(__always)
private func sumTile<let pixels: Int, let blocks: Int>(
  from start: InlineArray<pixels, InlineArray<blocks, Lane>>, _ source: UnsafePointer<Float>,
  _ cells: UnsafePointer<Int>, _ runs: Runs, _ weights: UnsafePointer<Float>, _ prefetch: Prefetch
) -> InlineArray<pixels, InlineArray<blocks, Lane>> {
  var sums = start
  var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: source)
  for p in 0..<pixels { places[p] = source + cells[p] }
  var row = weights
  var line = prefetch.start
  for run in 0..<runs.count {
    for _ in 0..<prefetch.linesPerRun {
      cplatform_prefetch(line)
      line += 16
    }
    var i = runs.starts[run]
    let end = i + runs.length
    repeat {
      var vectors = InlineArray<blocks, Lane>(repeating: Lane())
      for b in 0..<blocks { vectors[b] = row.lane(b * Lane.scalarCount) }
      for p in 0..<pixels {
        let cell = Lane(repeating: places[p][i])
        for b in 0..<blocks { sums[p][b].accumulate(cell, vectors[b]) }
      }
      row += blocks * Lane.scalarCount
      i += 1
    } while i < end
  }
  return sums
}

/// Applies the activation, and stores.
@inline(__always)
private func finishTile<let pixels: Int, let blocks: Int>(
  _ sums: InlineArray<pixels, InlineArray<blocks, Lane>>, _ places: UnsafePointer<Int>, _ target: TileTarget
) {
  var sums = sums
  if case .clamp(let low, let high) = target.activation {
    for p in 0..<pixels {
      for b in 0..<blocks { sums[p][b] = sums[p][b].clamped(low, high) }
    }
  }
  for p in 0..<pixels {
    for b in 0..<blocks { target.result.store(sums[p][b], places[p] + b * target.blockStride) }
  }
  if target.activation.isFunction { applyActivation(target, places, pixels: pixels, blocks: blocks) }
}
