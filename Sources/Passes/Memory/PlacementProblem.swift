/// Intervals of time with sizes, each to be given an offset so that those which overlap in time are apart, in as
/// little memory as possible: dynamic storage allocation with known lifetimes.
package struct PlacementProblem: Sendable {
  package struct Item: Hashable, Sendable {
    package var lifetime: Lifetime
    package var size: Int

    package init(lifetime: Lifetime, size: Int) {
      self.lifetime = lifetime
      self.size = size
    }
  }

  package let items: [Item]
  /// The largest sum of sizes at one time, which no placement can go below.
  package let lowerBound: Int

  package init(items: [Item]) {
    self.items = items
    lowerBound = Self.mostAlive(items)
  }

  /// Places all items: greedily, and where that leaves gaps by an exact search within a budget of elementary
  /// operations. The result depends on nothing but the items and the budget.
  package func solve(budget: Int) -> Placement {
    var offsets = Array(repeating: 0, count: items.count)
    var (height, proved, budget) = (0, lowerBound, budget)
    for part in independentParts() {
      let problem = PlacementProblem(items: part.map { items[$0] })
      var best = problem.placeGreedily(goal: lowerBound)
      if best.height > lowerBound {
        let improved = problem.improve(best, goal: lowerBound, budget: &budget)
        proved = max(proved, improved.lowerBound)
        best = improved.placement
      }
      for (position, item) in part.enumerated() { offsets[item] = best.offsets[position] }
      height = max(height, best.height)
    }
    return Placement(offsets: offsets, height: height, isOptimal: height <= proved)
  }

  /// Groups of items between times at which nothing is alive, so that each can be placed alone; items of no size are
  /// in none.
  private func independentParts() -> [[Int]] {
    var parts: [[Int]] = []
    var last = -1
    let order = items.indices.filter { items[$0].size > 0 }
      .sorted { (items[$0].lifetime.first, $0) < (items[$1].lifetime.first, $1) }
    for index in order {
      if parts.isEmpty || items[index].lifetime.first > last { parts.append([]) }
      parts[parts.count - 1].append(index)
      last = max(last, items[index].lifetime.last)
    }
    return parts
  }

  private static func mostAlive(_ items: [Item]) -> Int {
    var changes = items.map { (time: $0.lifetime.first, size: $0.size) }
    changes += items.map { (time: $0.lifetime.last + 1, size: -$0.size) }
    var (alive, most) = (0, 0)
    for change in changes.sorted(by: { ($0.time, $0.size) < ($1.time, $1.size) }) {
      alive += change.size
      most = max(most, alive)
    }
    return most
  }
}

/// Offsets for the items of a problem.
package struct Placement: Hashable, Sendable {
  package var offsets: [Int]
  /// The end of the highest item.
  package var height: Int
  /// Whether it is proved that there is no lower one.
  package var isOptimal: Bool
}
