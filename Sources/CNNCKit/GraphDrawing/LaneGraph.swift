/// A level in which every line goes from one rank to the next: long lines pass through lanes in the ranks between.
struct LaneGraph {
  struct Cell {
    /// nil for a lane.
    var box: Int?
    var rank: Int
    var width: Double
  }

  struct Link {
    var upper: Int
    var lower: Int
    /// How far from the middle the line is attached, at the upper and the lower end.
    var upperOffset: Double
    var lowerOffset: Double
    /// How much it counts that the line is straight.
    var weight: Double
  }

  private(set) var cells: [Cell]
  private(set) var links: [Link] = []
  /// The cells of each rank, from left to right.
  var ranks: [[Int]]
  /// For each line of the level the links that it adds to those of its signal before it, from above.
  private(set) var paths: [[Int]] = []

  /// Lanes beyond this number are not made; the lines then go straight.
  private static let laneLimit = 20_000
  private static let laneWidth = 18.0

  init(
    _ level: LevelGraph, ranks boxRanks: [Int], order: [Int],
    offset: (_ line: LevelGraph.Line, _ isUpper: Bool) -> Double
  ) {
    cells = level.boxes.indices.map { Cell(box: $0, rank: boxRanks[$0], width: level.boxes[$0].width) }
    ranks = Array(repeating: [], count: (boxRanks.max() ?? 0) + 1)
    for box in order { ranks[boxRanks[box]].append(box) }
    /// The lanes of each signal, from the rank below its box on; all its lines share them.
    var lanes: [[Int]: [Int]] = [:]
    for line in level.lines {
      let isReversed = boxRanks[line.from] > boxRanks[line.to]
      let (top, bottom) = isReversed ? (line.to, line.from) : (line.from, line.to)
      let upperOffset = isReversed ? 0 : offset(line, true)
      let key = [top, line.signal, isReversed ? bottom : -1]
      var count = max(boxRanks[bottom] - boxRanks[top] - 1, 0)
      let known = lanes[key]?.count ?? 0
      if cells.count + count - known > level.boxes.count + Self.laneLimit { count = 0 }
      var path: [Int] = []
      for place in stride(from: known, to: count, by: 1) {
        let lane = cells.count
        let rank = boxRanks[top] + 1 + place
        cells.append(Cell(box: nil, rank: rank, width: Self.laneWidth))
        ranks[rank].append(lane)
        let upper = place == 0 ? top : lanes[key]?[place - 1] ?? top
        path.append(links.count)
        links.append(
          Link(
            upper: upper, lower: lane, upperOffset: place == 0 ? upperOffset : 0, lowerOffset: 0,
            weight: place == 0 ? 1 : 4))
        lanes[key, default: []].append(lane)
      }
      path.append(links.count)
      links.append(
        Link(
          upper: count == 0 ? top : lanes[key]?[count - 1] ?? top, lower: bottom,
          upperOffset: count == 0 ? upperOffset : 0, lowerOffset: isReversed ? 0 : offset(line, false),
          weight: count == 0 ? 40 : 1))
      paths.append(path)
    }
  }
}
