/// Orders the cells of each rank so that few lines cross: repeated means of the neighbours' places (Sugiyama and others
/// 1981).
enum LaneOrder {
  private static let sweeps = 10

  static func arrange(_ graph: inout LaneGraph) {
    guard graph.ranks.contains(where: { $0.count > 1 }) else { return }
    var above: [[Int]] = Array(repeating: [], count: graph.cells.count)
    var below = above
    for link in graph.links {
      above[link.lower].append(link.upper)
      below[link.upper].append(link.lower)
    }
    var best = (crossings: crossings(graph, below), ranks: graph.ranks)
    for sweep in 0..<sweeps where best.crossings > 0 {
      let isDownward = sweep % 2 == 0
      let order = isDownward ? Array(graph.ranks.indices) : graph.ranks.indices.reversed()
      for rank in order { sort(&graph.ranks[rank], by: isDownward ? above : below, graph) }
      let count = crossings(graph, below)
      if count < best.crossings { best = (count, graph.ranks) }
    }
    graph.ranks = best.ranks
  }

  private static func sort(_ cells: inout [Int], by neighbours: [[Int]], _ graph: LaneGraph) {
    guard cells.count > 1 else { return }
    var places: [Int: Double] = [:]
    for rank in Set(cells.flatMap { neighbours[$0].map { graph.cells[$0].rank } }) {
      let row = graph.ranks[rank]
      for (place, cell) in row.enumerated() { places[cell] = (Double(place) + 0.5) / Double(row.count) }
    }
    let keys = cells.enumerated().map { place, cell in
      let known = neighbours[cell].compactMap { places[$0] }
      return known.isEmpty ? (Double(place) + 0.5) / Double(cells.count) : known.reduce(0, +) / Double(known.count)
    }
    cells = cells.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { cells[$0] }
  }

  /// The number of pairs of links between adjacent ranks that cross.
  private static func crossings(_ graph: LaneGraph, _ below: [[Int]]) -> Int {
    var place = Array(repeating: 0, count: graph.cells.count)
    for rank in graph.ranks {
      for (index, cell) in rank.enumerated() { place[cell] = index }
    }
    var count = 0
    for rank in graph.ranks {
      let ends = rank.flatMap { below[$0].map { place[$0] }.sorted() }
      count += inversions(ends)
    }
    return count
  }

  /// Pairs out of order, counted with a tree of partial sums (Fenwick 1994).
  private static func inversions(_ values: [Int]) -> Int {
    guard let largest = values.max() else { return 0 }
    var sums = Array(repeating: 0, count: largest + 2)
    var count = 0
    for (seen, value) in values.enumerated() {
      var notLarger = 0
      var index = value + 1
      while index > 0 {
        notLarger += sums[index]
        index -= index & -index
      }
      count += seen - notLarger
      index = value + 1
      while index < sums.count {
        sums[index] += 1
        index += index & -index
      }
    }
    return count
  }
}
