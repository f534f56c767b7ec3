extension PlacementProblem {
  /// The most items that are searched; with more a search would end before it has tried anything.
  private static let mostItemsForSearch = 1000

  /// Lowers a placement by asking for given capacities whether one exists: for the goal first, then halving what is
  /// left between it and the best known. Returns the best with a lower bound that is proved.
  func improve(
    _ start: Placement, goal: Int, budget: inout Int
  ) -> (placement: Placement, lowerBound: Int) {
    var (best, proved) = (start, lowerBound)
    guard items.count <= Self.mostItemsForSearch else { return (best, proved) }
    var (capacity, untried) = (goal, goal)
    let graph = OverlapGraph(items)
    while untried < best.height, budget > 0 {
      switch search(capacity, graph, budget: &budget) {
      case .found(let placement): best = placement
      case .infeasible:
        proved = max(proved, capacity + 1)
        untried = capacity + 1
      case .exhausted: untried = capacity + 1
      }
      capacity = (untried + best.height) / 2
      if capacity == best.height { break }
    }
    return (best, proved)
  }

  /// Searches in several static orders, which share three quarters of the budget.
  private func search(_ capacity: Int, _ graph: OverlapGraph, budget: inout Int) -> PlacementSearch.Outcome {
    let pressures = items.indices.map { graph.pressure(on: $0, items: items) }
    let keys: [(Int) -> (Int, Int, Int)] = [
      { (self.items[$0].area, self.items[$0].size, pressures[$0]) },
      { (pressures[$0], self.items[$0].area, self.items[$0].lifetime.length) },
      { (self.items[$0].lifetime.length, self.items[$0].area, pressures[$0]) },
      { (self.items[$0].size, self.items[$0].lifetime.length, pressures[$0]) },
    ]
    let share = max(budget * 3 / (4 * keys.count), 1)
    for key in keys {
      let ranks = items.indices.map(key)
      let order = items.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] > ranks[$1] }
      var search = PlacementSearch(items: items, graph: graph, order: order, capacity: capacity)
      let outcome = search.run(budget: min(share, budget))
      budget -= search.work
      guard case .exhausted = outcome else { return outcome }
    }
    return .exhausted
  }
}

extension PlacementProblem.Item {
  /// Size times duration.
  fileprivate var area: Int { size * lifetime.length }
}

/// Which items are alive together: the maximal sets of them in order of time, and the pairs.
struct OverlapGraph {
  /// For every item the range of sets that contain it.
  private(set) var sets: [Range<Int>] = []
  /// For every set its items.
  private(set) var members: [[Int]] = []
  /// For every item those alive at a common time.
  private(set) var neighbors: [[Int]] = []

  init(_ items: [PlacementProblem.Item]) {
    let starts = Set(items.map(\.lifetime.first)).sorted()
    let ends = items.map(\.lifetime.last).sorted()
    // The items alive at a start are a maximal set when one of them ends before the next start.
    var times: [Int] = []
    var end = 0
    for (index, start) in starts.enumerated() {
      while end < ends.count, ends[end] < start { end += 1 }
      if index + 1 == starts.count || (end < ends.count && ends[end] < starts[index + 1]) { times.append(start) }
    }
    members = Array(repeating: [], count: times.count)
    for (index, item) in items.enumerated() {
      let first = times.firstIndex { $0 >= item.lifetime.first } ?? times.count
      let last = times.lastIndex { $0 <= item.lifetime.last } ?? -1
      precondition(first <= last, "every item is alive in a maximal set")
      sets.append(first..<last + 1)
      for set in first...last { members[set].append(index) }
    }
    neighbors = items.indices.map { index in
      items.indices.filter { $0 != index && items[$0].lifetime.overlaps(items[index].lifetime) }
    }
  }

  /// The largest sum of sizes at a time at which an item is alive.
  func pressure(on item: Int, items: [PlacementProblem.Item]) -> Int {
    sets[item].map { set in members[set].reduce(0) { $0 + items[$1].size } }.max() ?? 0
  }
}
