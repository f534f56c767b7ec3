/// The tiles of one axis, all of the same size.
package struct AxisTiles: Hashable, Sendable {
  /// A tile, and the part of each output that it contributes.
  package struct Tile: Hashable, Sendable {
    /// Where the tile begins in the input.
    package var origin: Int
    /// By output: the cells of the whole that it makes.
    package var parts: [Range<Int>]
    /// By output: where the tile's own output begins in that of the whole.
    package var outputOrigins: [Int]
  }

  package var tileSize: Int
  package var tiles: [Tile]

  /// One tile that is the whole.
  package init(wholeOf size: Int, outputSizes: [Int]) {
    tileSize = size
    tiles = [
      Tile(origin: 0, parts: outputSizes.map { 0..<$0 }, outputOrigins: Array(repeating: 0, count: outputSizes.count))
    ]
  }

  /// Tiles of a size that the rule allows and that is less than the whole.
  package init(_ rule: TileRule, tileSize: Int) {
    precondition(tileSize >= rule.minimum && tileSize < rule.size && (rule.size - tileSize) % rule.step == 0)
    self.tileSize = tileSize
    tiles = []
    let cut = (rule.size - tileSize) / rule.step
    let usable = rule.outputs.map {
      ($0.size - cut * $0.cellsPerStep - $0.seamBegin - $0.seamEnd) / $0.cellsPerStep
    }
    let advance = max(1, usable.min() ?? 1)
    var covered = rule.outputs.map { _ in 0 }
    var steps = 0
    while true {
      let isLast = steps == cut
      var tile = Tile(origin: steps * rule.step, parts: [], outputOrigins: [])
      for (index, output) in rule.outputs.enumerated() {
        let origin = steps * output.cellsPerStep
        let end = isLast ? output.size : origin + output.size - cut * output.cellsPerStep - output.seamEnd
        tile.parts.append(covered[index]..<end)
        tile.outputOrigins.append(origin)
        covered[index] = end
      }
      tiles.append(tile)
      if isLast { return }
      steps = min(steps + advance, cut)
    }
  }
}

extension TileRule {
  /// The size of tiles nearest to a wanted one: the largest that is not above it, or the smallest that there is.
  package func tileSize(nearest wanted: Int) -> Int {
    guard wanted < size else { return size }
    let fitting = size - (size - wanted).ceiledQuotient(by: step) * step
    return min(max(fitting, minimum), size)
  }
}
