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

/// Floats of a cache line.
private var floatsPerLine: Int { 16 }

/// Tiles of a panel below which their weights need longer from memory than they take.
private var fewTiles: Int { 12 }

/// Cache lines that are asked for while a tile is computed, some with every run.
private typealias Prefetch = (start: UnsafePointer<Float>, linesPerRun: Int)

/// The pixels of a tile with some blocks: as many as the registers hold sums of.
@inline(__always)
func tilePixels(blocks: Int) -> Int {
  switch blocks {
  case 1: panelPixels.0
  case 2: panelPixels.1
  case 3: panelPixels.2
  default: panelPixels.3
  }
}

/// Computes all positions by one panel, in tiles of sizes that differ by one at most: first the larger ones.
@inline(__always)
func computePanel(_ blocks: Int, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget) {
  let tiles = positions.count.groups(of: tilePixels(blocks: blocks))
  if tiles == 0 { return }
  let runCount = factors.runs.length * blocks * Lane.scalarCount
  var prefetch: Prefetch = (factors.next, tiles < fewTiles ? runCount.groups(of: floatsPerLine * tiles) : 0)
  let (pixels, larger) = (positions.count / tiles, positions.count % tiles)
  if larger > 0 {
    computeTiles(blocks, pixels + 1, larger, positions, factors, prefetch, target)
    prefetch.start += larger * prefetch.linesPerRun * factors.runs.count * floatsPerLine
  }
  let first = larger * (pixels + 1)
  let rest: TilePositions = (positions.cells + first, positions.places + first, positions.count - first)
  computeTiles(blocks, pixels, tiles - larger, rest, factors, prefetch, target)
}

/// Computes some tiles of one size.
@inline(__always)
private func computeTiles(
  _ blocks: Int, _ pixels: Int, _ tiles: Int, _ positions: TilePositions, _ factors: PanelFactors,
  _ prefetch: Prefetch, _ target: TileTarget
) {
  switch blocks {
  case 1: computeTiles(InlineArray<1, Lane>(repeating: Lane()), pixels, tiles, positions, factors, prefetch, target)
  case 2: computeTiles(InlineArray<2, Lane>(repeating: Lane()), pixels, tiles, positions, factors, prefetch, target)
  case 3: computeTiles(InlineArray<3, Lane>(repeating: Lane()), pixels, tiles, positions, factors, prefetch, target)
  case 4 where tilePixels(blocks: 4) > 0:
    computeTiles(InlineArray<4, Lane>(repeating: Lane()), pixels, tiles, positions, factors, prefetch, target)
  default: break
  }
}

@inline(__always)
private func computeTiles<let blocks: Int>(
  _ zero: InlineArray<blocks, Lane>, _ pixels: Int, _ tiles: Int, _ positions: TilePositions,
  _ factors: PanelFactors, _ prefetch: Prefetch, _ target: TileTarget
) {
  let most = tilePixels(blocks: blocks)
  switch pixels {
  case 1: computeTiles(InlineArray<1, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 2: computeTiles(InlineArray<2, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 3: computeTiles(InlineArray<3, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 4 where most >= 4: computeTiles(InlineArray<4, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 5 where most >= 5: computeTiles(InlineArray<5, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 6 where most >= 6: computeTiles(InlineArray<6, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 7 where most >= 7: computeTiles(InlineArray<7, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  case 8 where most >= 8: computeTiles(InlineArray<8, _>(repeating: zero), tiles, positions, factors, prefetch, target)
  default: break
  }
}

@inline(never)
private func computeTiles<let pixels: Int, let blocks: Int>(
  _ zero: InlineArray<pixels, InlineArray<blocks, Lane>>, _ tiles: Int, _ positions: TilePositions,
  _ factors: PanelFactors, _ prefetch: Prefetch, _ target: TileTarget
) {
  var (cells, places) = (positions.cells, positions.places)
  var prefetch = prefetch
  for tile in 0..<tiles {
    var start = zero
    if let biases = factors.bias {
      for b in 0..<blocks {
        let bias = biases.lane(b * Lane.scalarCount)
        for p in 0..<pixels { start[p][b] = bias }
      }
    }
    let ahead = tile + 1 < tiles ? pixels : 0
    let next = factors.source + cells[ahead]
    if let addend = target.addend {
      for b in 0..<blocks { prefetchPixels(pixels, addend + places[ahead] + b * target.blockStride) }
    }
    let sums = sumTile(from: start, factors.source, cells, factors.runs, factors.weights, prefetch, next)
    finishTile(sums, places, target)
    cells += pixels
    places += pixels
    prefetch.start += prefetch.linesPerRun * factors.runs.count * floatsPerLine
  }
}

/// A number that functions are compiled for.
private struct Count<let value: Int> {}

/// Computes all positions of one block, each channel from itself, in tiles of sizes that differ by one at most.
@inline(__always)
func computeChannels(_ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget) {
  let tiles = positions.count.groups(of: 8)
  if tiles == 0 { return }
  let (pixels, larger) = (positions.count / tiles, positions.count % tiles)
  if larger > 0 { computeChannelTiles(pixels + 1, larger, positions, factors, target) }
  let first = larger * (pixels + 1)
  let rest: TilePositions = (positions.cells + first, positions.places + first, positions.count - first)
  computeChannelTiles(pixels, tiles - larger, rest, factors, target)
}

@inline(__always)
private func computeChannelTiles(
  _ pixels: Int, _ tiles: Int, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  switch pixels {
  case 1: computeChannelTiles(Count<1>(), tiles, positions, factors, target)
  case 2: computeChannelTiles(Count<2>(), tiles, positions, factors, target)
  case 3: computeChannelTiles(Count<3>(), tiles, positions, factors, target)
  case 4: computeChannelTiles(Count<4>(), tiles, positions, factors, target)
  case 5: computeChannelTiles(Count<5>(), tiles, positions, factors, target)
  case 6: computeChannelTiles(Count<6>(), tiles, positions, factors, target)
  case 7: computeChannelTiles(Count<7>(), tiles, positions, factors, target)
  default: computeChannelTiles(Count<8>(), tiles, positions, factors, target)
  }
}

@inline(never)
private func computeChannelTiles<let pixels: Int>(
  _: Count<pixels>, _ tiles: Int, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  var (cells, outputs) = (positions.cells, positions.places)
  let bias = factors.bias?.lane(0) ?? Lane()
  for _ in 0..<tiles {
    var sums = InlineArray<pixels, InlineArray<1, Lane>>(repeating: InlineArray(repeating: bias))
    var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: factors.source)
    for p in 0..<pixels { places[p] = factors.source + cells[p] }
    for tap in 0..<factors.runs.count {
      let weight = factors.weights.lane(tap * Lane.scalarCount)
      let start = factors.runs.starts[tap]
      for p in 0..<pixels { sums[p][0].accumulate(weight, places[p].lane(start)) }
    }
    finishTile(sums, outputs, target)
    cells += pixels
    outputs += pixels
  }
}

/// Computes lines of neighbouring positions of one block, each channel from itself: cells that several taps of a row read
/// are read once.
@inline(__always)
func computeChannelRows(
  taps: Int, stride: Int, columns: Int, _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  switch (taps, stride) {
  case (3, 1): computeRows(Count<3>(), Count<1>(), columns, positions, factors, target)
  case (3, 2): computeRows(Count<3>(), Count<2>(), columns, positions, factors, target)
  case (5, 1): computeRows(Count<5>(), Count<1>(), columns, positions, factors, target)
  case (5, 2): computeRows(Count<5>(), Count<2>(), columns, positions, factors, target)
  case (7, 1): computeRows(Count<7>(), Count<1>(), columns, positions, factors, target)
  case (7, 2): computeRows(Count<7>(), Count<2>(), columns, positions, factors, target)
  default: computeChannels(positions, factors, target)
  }
}

@inline(__always)
private func computeRows<let taps: Int, let stride: Int>(
  _ width: Count<taps>, _ step: Count<stride>, _ columns: Int, _ positions: TilePositions,
  _ factors: PanelFactors, _ target: TileTarget
) {
  let tiles = columns.groups(of: 8)
  if tiles == 0 { return }
  let (pixels, larger) = (columns / tiles, columns % tiles)
  var line = positions
  while line.count > 0 {
    if larger > 0 { computeRowTiles(pixels + 1, larger, width, step, line, factors, target) }
    let first = larger * (pixels + 1)
    let rest: TilePositions = (line.cells + first, line.places + first, columns - first)
    computeRowTiles(pixels, tiles - larger, width, step, rest, factors, target)
    line = (line.cells + columns, line.places + columns, line.count - columns)
  }
}

@inline(__always)
private func computeRowTiles<let taps: Int, let stride: Int>(
  _ pixels: Int, _ tiles: Int, _ width: Count<taps>, _ step: Count<stride>, _ positions: TilePositions,
  _ factors: PanelFactors, _ target: TileTarget
) {
  switch pixels {
  case 1: computeRowTiles(Count<1>(), width, step, tiles, positions, factors, target)
  case 2: computeRowTiles(Count<2>(), width, step, tiles, positions, factors, target)
  case 3: computeRowTiles(Count<3>(), width, step, tiles, positions, factors, target)
  case 4: computeRowTiles(Count<4>(), width, step, tiles, positions, factors, target)
  case 5: computeRowTiles(Count<5>(), width, step, tiles, positions, factors, target)
  case 6: computeRowTiles(Count<6>(), width, step, tiles, positions, factors, target)
  case 7: computeRowTiles(Count<7>(), width, step, tiles, positions, factors, target)
  default: computeRowTiles(Count<8>(), width, step, tiles, positions, factors, target)
  }
}

@inline(never)
private func computeRowTiles<let pixels: Int, let taps: Int, let stride: Int>(
  _: Count<pixels>, _: Count<taps>, _: Count<stride>, _ tiles: Int,
  _ positions: TilePositions, _ factors: PanelFactors, _ target: TileTarget
) {
  var (cells, outputs) = (positions.cells, positions.places)
  let bias = factors.bias?.lane(0) ?? Lane()
  for _ in 0..<tiles {
    var sums = InlineArray<pixels, InlineArray<1, Lane>>(repeating: InlineArray(repeating: bias))
    let place = factors.source + cells[0]
    var weights = factors.weights
    var run = 0
    while run < factors.runs.count {
      let start = place + factors.runs.starts[run]
      var row = InlineArray<taps, Lane>(repeating: Lane())
      for t in 0..<taps { row[t] = weights.lane(t * Lane.scalarCount) }
      for c in 0..<(pixels - 1) * stride + taps {
        let cell = start.lane(c * Lane.scalarCount)
        for t in 0..<taps where c >= t && (c - t) % stride == 0 && c - t < pixels * stride {
          sums[(c - t) / stride][0].accumulate(row[t], cell)
        }
      }
      weights += taps * Lane.scalarCount
      run += taps
    }
    finishTile(sums, outputs, target)
    cells += pixels
    outputs += pixels
  }
}

/// Asks for the cells of some neighbouring pixels of a block.
@inline(__always)
private func prefetchPixels(_ pixels: Int, _ cells: UnsafePointer<Float>) {
  for line in 0..<(pixels * Lane.scalarCount).groups(of: floatsPerLine) {
    cplatform_prefetch(cells + line * floatsPerLine)
  }
}

/// Sums a register tile: some pixels by the blocks of a panel, over all runs.
///
/// Each step multiplies one cell of every pixel with the vectors of one row of the panel. Meanwhile it asks for what the
/// pixels of the next tile read, which lies too far apart for the processor to see it coming.
@inline(__always)
private func sumTile<let pixels: Int, let blocks: Int>(
  from start: InlineArray<pixels, InlineArray<blocks, Lane>>, _ source: UnsafePointer<Float>,
  _ cells: UnsafePointer<Int>, _ runs: Runs, _ weights: UnsafePointer<Float>, _ prefetch: Prefetch,
  _ next: UnsafePointer<Float>
) -> InlineArray<pixels, InlineArray<blocks, Lane>> {
  var sums = start
  var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: source)
  for p in 0..<pixels { places[p] = source + cells[p] }
  var row = weights
  var line = prefetch.start
  for run in 0..<runs.count {
    for _ in 0..<prefetch.linesPerRun {
      cplatform_prefetch(line)
      line += floatsPerLine
    }
    var i = runs.starts[run]
    prefetchPixels(pixels, next + i)
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

/// Adds what is to be added, of which the rounding errors so stay apart from the sums', applies the activation, and stores.
@inline(__always)
private func finishTile<let pixels: Int, let blocks: Int>(
  _ sums: InlineArray<pixels, InlineArray<blocks, Lane>>, _ places: UnsafePointer<Int>, _ target: TileTarget
) {
  var sums = sums
  if let addend = target.addend {
    for p in 0..<pixels {
      for b in 0..<blocks { sums[p][b] += addend.lane(places[p] + b * target.blockStride) }
    }
  }
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
