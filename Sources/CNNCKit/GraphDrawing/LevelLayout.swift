/// The places of the boxes of one level, and the ways of its lines.
struct LevelLayout {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// A line from above, or from where it leaves another of its signal: straight down in each rank, curved between ranks.
  struct Way {
    /// Entry and exit of each rank on the way, the first being the exit of the upper box.
    var points: [Point]
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  /// The upper left corner of each box.
  private(set) var origins: [Point] = []
  private(set) var ways: [Way] = []

  init(_ level: LevelGraph, order: [Int], offset: (_ line: LevelGraph.Line, _ isUpper: Bool) -> Double) {
    let ranks = LayerRanks.ranks(of: level, order: order)
    var lanes = LaneGraph(level, ranks: ranks, order: order, offset: offset)
    LaneOrder.arrange(&lanes)
    let middles = LanePlacement.middles(of: lanes)
    var tops: [Double] = []
    var bottoms: [Double] = []
    let gaps = Self.gaps(lanes, level, middles)
    for (rank, cells) in lanes.ranks.enumerated() {
      let boxes = cells.compactMap { lanes.cells[$0].box }
      tops.append(bottoms.last.map { $0 + gaps[rank] } ?? 0)
      bottoms.append(tops[rank] + (boxes.map { level.boxes[$0].height }.max() ?? 0))
    }
    height = bottoms.last ?? 0
    width = lanes.cells.indices.map { middles[$0] + lanes.cells[$0].width / 2 }.max() ?? 0
    origins = level.boxes.indices.map { box in
      let free = bottoms[ranks[box]] - tops[ranks[box]] - level.boxes[box].height
      return Point(x: middles[box] - level.boxes[box].width / 2, y: tops[ranks[box]] + free / 2)
    }
    ways = lanes.paths.map { path in
      var points: [Point] = []
      for (position, index) in path.enumerated() {
        let link = lanes.links[index]
        let upperRank = lanes.cells[link.upper].rank
        let lowerRank = lanes.cells[link.lower].rank
        let start = middles[link.upper] + link.upperOffset
        let end = middles[link.lower] + link.lowerOffset
        if position == 0, let box = lanes.cells[link.upper].box {
          points.append(Point(x: start, y: origins[box].y + level.boxes[box].height))
        }
        points.append(Point(x: start, y: bottoms[upperRank]))
        points.append(Point(x: end, y: tops[lowerRank]))
        if let box = lanes.cells[link.lower].box { points.append(Point(x: end, y: origins[box].y)) }
      }
      return Way(points: points)
    }
  }

  /// The space above each rank: less beside a border, more where lines bend.
  private static func gaps(_ lanes: LaneGraph, _ level: LevelGraph, _ middles: [Double]) -> [Double] {
    let isBorder = lanes.ranks.map { rank in
      rank.allSatisfy { cell in lanes.cells[cell].box.map { level.boxes[$0].border != nil } ?? false }
    }
    var bends = Array(repeating: false, count: lanes.ranks.count)
    for link in lanes.links {
      let distance = middles[link.upper] + link.upperOffset - middles[link.lower] - link.lowerOffset
      if abs(distance) >= 1 { bends[lanes.cells[link.lower].rank] = true }
    }
    return lanes.ranks.indices.map { rank in
      let isNarrow = isBorder[rank] || rank > 0 && isBorder[rank - 1]
      return bends[rank] ? (isNarrow ? 20 : 32) : (isNarrow ? 12 : 22)
    }
  }
}
