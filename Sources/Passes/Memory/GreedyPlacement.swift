extension PlacementProblem {
  /// The most items for which several orders are tried.
  private static let mostItemsForAllOrders = 1000

  /// Places the items one after another, each into the smallest gap that holds it, in a few orders until one reaches
  /// the goal; the lowest result. Largest first is by far the best order on networks (Pisarchyk and Lee 2020).
  func placeGreedily(goal: Int) -> Placement {
    let keys: [(Item) -> Int] = [
      { $0.size }, { $0.size * $0.lifetime.length }, { $0.lifetime.length }, { -$0.lifetime.first },
    ]
    var best: Placement?
    for key in items.count <= Self.mostItemsForAllOrders ? keys[...] : keys.prefix(1) {
      let ranks = items.map(key)
      let order = items.indices.sorted {
        (ranks[$1], items[$1].size, items[$1].lifetime.length, $0) < (
          ranks[$0], items[$0].size, items[$0].lifetime.length, $1
        )
      }
      let placement = place(inOrder: order)
      if placement.height < best?.height ?? .max { best = placement }
      if placement.height <= goal { break }
    }
    return best ?? Placement(offsets: [], height: 0, isOptimal: true)
  }

  /// An item with its place; small, because all of them are looked at for every item.
  private struct Placed {
    var offset: Int
    var end: Int
    var first: Int32
    var last: Int32
  }

  private func place(inOrder order: [Int]) -> Placement {
    var placed: [Placed] = []
    placed.reserveCapacity(order.count)
    var offsets = Array(repeating: 0, count: items.count)
    var height = 0
    for index in order {
      let item = items[index]
      let offset = Self.bestGap(for: item, among: placed)
      offsets[index] = offset
      height = max(height, offset + item.size)
      let position = placed.firstPosition { $0.offset > offset }
      placed.insert(
        Placed(
          offset: offset, end: offset + item.size, first: Int32(clamping: item.lifetime.first),
          last: Int32(clamping: item.lifetime.last)), at: position)
    }
    return Placement(offsets: offsets, height: height, isOptimal: height <= lowerBound)
  }

  /// The offset of the smallest gap between items alive at the same time, or of the free space above them.
  private static func bestGap(for item: Item, among placed: [Placed]) -> Int {
    var (end, best, bestSize) = (0, -1, Int.max)
    let (first, last) = (Int32(clamping: item.lifetime.first), Int32(clamping: item.lifetime.last))
    placed.withUnsafeBufferPointer { placed in
      // One comparison instead of two: the sign of either difference tells that the item is over or not begun.
      for other in placed where (last &- other.first) | (other.last &- first) >= 0 {
        let gap = other.offset - end
        if gap >= item.size, gap < bestSize { (best, bestSize) = (end, gap) }
        end = max(end, other.end)
      }
    }
    return best >= 0 ? best : end
  }
}

extension Lifetime {
  /// The number of steps.
  var length: Int { last - first + 1 }
}

extension Array {
  /// The first index whose element satisfies a predicate, where every element after one that does also does.
  fileprivate func firstPosition(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
