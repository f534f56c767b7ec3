/// Boxes and the lines between them, before they have places.
struct LevelGraph {
  struct Box {
    var width: Double
    var height: Double
    /// Whether it is the upper or lower border of the level, where a line enters or leaves.
    var border: Border?

    enum Border { case top, bottom }
  }

  struct Line: Hashable {
    var from: Int
    var to: Int
    /// Lines of the same signal leave a box at one place.
    var signal: Int
  }

  var boxes: [Box] = []
  var lines: [Line] = []
}

/// The rank of each box: below everything that it reads.
enum LayerRanks {
  /// Ranks from 0 by the longest way; lines that go backwards, as between scopes drawn as boxes, are followed backwards.
  static func ranks(of level: LevelGraph, order: [Int]) -> [Int] {
    var place = Array(repeating: 0, count: level.boxes.count)
    for (position, box) in order.enumerated() { place[box] = position }
    var targets: [[Int]] = Array(repeating: [], count: level.boxes.count)
    var hasSource = Array(repeating: false, count: level.boxes.count)
    for line in level.lines where line.from != line.to {
      let (first, second) = place[line.from] <= place[line.to] ? (line.from, line.to) : (line.to, line.from)
      targets[first].append(second)
      hasSource[second] = true
    }
    let hasTop = level.boxes.contains { $0.border == .top }
    var ranks = level.boxes.map { $0.border == .top || !hasTop ? 0 : 1 }
    for box in order {
      for target in targets[box] { ranks[target] = max(ranks[target], ranks[box] + 1) }
    }
    // What reads nothing stands right above its first reader.
    for box in order.reversed() where !hasSource[box] && level.boxes[box].border == nil {
      if let first = targets[box].map({ ranks[$0] }).min() { ranks[box] = max(ranks[box], first - 1) }
    }
    let last = level.boxes.indices.filter { level.boxes[$0].border != .bottom }.map { ranks[$0] }.max() ?? 0
    for box in level.boxes.indices where level.boxes[box].border == .bottom { ranks[box] = last + 1 }
    return ranks
  }
}
