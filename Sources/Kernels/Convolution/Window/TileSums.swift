import KernelInterface

/// The runs of cells that every position of a convolution reads, relative to its place in the source.
typealias Runs = (starts: UnsafePointer<Int>, count: Int, length: Int)

/// Sums a register tile: some pixels by the blocks of a panel, over all runs.
///
/// Each step multiplies one cell of every pixel with the vectors of one row of the panel.
@inline(__always)
func sumTile<let pixels: Int, let blocks: Int>(
  from start: InlineArray<pixels, InlineArray<blocks, Lane>>, _ source: UnsafePointer<Float>,
  _ cells: UnsafePointer<Int>, _ runs: Runs, _ weights: UnsafePointer<Float>
) -> InlineArray<pixels, InlineArray<blocks, Lane>> {
  var sums = start
  var places = InlineArray<pixels, UnsafePointer<Float>>(repeating: source)
  for p in 0..<pixels { places[p] = source + cells[p] }
  var row = weights
  for run in 0..<runs.count {
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
