/// Gives the cells of each rank their places from left to right: near to what they are linked with, in their order, and
/// without overlap.
enum LanePlacement {
  private static let gap = 22.0
  private static let passes = 14

  /// The middle of each cell; the leftmost border is at 0.
  static func middles(of graph: LaneGraph) -> [Double] {
    var middles = Array(repeating: 0.0, count: graph.cells.count)
    for rank in graph.ranks {
      let width = rank.reduce(0) { $0 + graph.cells[$1].width } + gap * Double(max(rank.count - 1, 0))
      var left = -width / 2
      for cell in rank {
        middles[cell] = left + graph.cells[cell].width / 2
        left += graph.cells[cell].width + gap
      }
    }
    var above: [[Int]] = Array(repeating: [], count: graph.cells.count)
    var below = above
    for (index, link) in graph.links.enumerated() {
      above[link.lower].append(index)
      below[link.upper].append(index)
    }
    for pass in 0..<passes {
      let isDownward = pass % 2 == 0
      for rank in isDownward ? Array(graph.ranks.indices) : graph.ranks.indices.reversed() {
        place(graph.ranks[rank], graph, &middles) { cell in
          pass >= passes - 2 ? above[cell] + below[cell] : isDownward ? above[cell] : below[cell]
        }
      }
    }
    let left = graph.cells.indices.map { middles[$0] - graph.cells[$0].width / 2 }.min() ?? 0
    return middles.map { $0 - left }
  }

  /// Moves the cells of a rank as near to their wishes as their order and widths allow, in the least squares.
  private static func place(
    _ rank: [Int], _ graph: LaneGraph, _ middles: inout [Double], links: (Int) -> [Int]
  ) {
    /// Runs of cells that touch: their mean wish, weight and number.
    var runs: [(wish: Double, weight: Double, count: Int)] = []
    var offsets: [Double] = []
    var offset = 0.0
    for (index, cell) in rank.enumerated() {
      if index > 0 { offset += (graph.cells[rank[index - 1]].width + graph.cells[cell].width) / 2 + gap }
      offsets.append(offset)
      let (wish, weight) = wish(of: cell, links(cell), graph, middles)
      runs.append((wish - offset, weight, 1))
      while runs.count > 1, runs[runs.count - 2].wish > runs[runs.count - 1].wish {
        let last = runs.removeLast()
        let before = runs.removeLast()
        let total = last.weight + before.weight
        runs.append(
          ((last.wish * last.weight + before.wish * before.weight) / total, total, last.count + before.count))
      }
    }
    var index = 0
    for run in runs {
      for _ in 0..<run.count {
        middles[rank[index]] = run.wish + offsets[index]
        index += 1
      }
    }
  }

  private static func wish(
    of cell: Int, _ links: [Int], _ graph: LaneGraph, _ middles: [Double]
  ) -> (place: Double, weight: Double) {
    var (sum, weight) = (0.0, 0.0)
    for link in links.map({ graph.links[$0] }) {
      let place =
        link.lower == cell
        ? middles[link.upper] + link.upperOffset - link.lowerOffset
        : middles[link.lower] + link.lowerOffset - link.upperOffset
      sum += place * link.weight
      weight += link.weight
    }
    return weight == 0 ? (middles[cell], 0.01) : (sum / weight, weight)
  }
}
