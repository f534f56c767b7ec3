/// A depth-first search for a placement within a capacity, after the ideas of MiniMalloc (Moffitt, ASPLOS 2023).
///
/// Items are placed in order of their offsets, each as low as those before it allow. Any placement can be pushed down
/// to such a one, so nothing is missed and every such placement is met once. A branch ends when
/// - at some time what is still to be placed does not fit above what is (capacity), or
/// - an item would be placed above room that an item still to be placed would fill whole (dominance).
struct PlacementSearch {
  enum Outcome {
    case found(Placement)
    /// There is no placement within the capacity.
    case infeasible
    /// The budget ended first.
    case exhausted
  }

  /// Where an item stands in the order of the search: by offset, then by rank.
  private struct Key: Comparable {
    var offset: Int
    var rank: Int

    static func < (a: Key, b: Key) -> Bool { (a.offset, a.rank) < (b.offset, b.rank) }
  }

  private struct Level {
    var item: Int
    /// The key of the item placed before.
    var previous: Key
    var floorTrail: Int
    var lowestTrail: Int
  }

  /// Elementary operations done so far.
  private(set) var work = 0

  private let graph: OverlapGraph
  private let sizes: [Int]
  private let ranks: [Int]
  private let order: [Int]
  private let capacity: Int

  /// For every item the lowest offset that is left for it, or its offset once placed.
  private var lowest: [Int]
  private var isPlaced: [Bool]
  /// For every set of items alive together the end of the highest placed one, and the size still to be placed.
  private var floors: [Int]
  private var waiting: [Int]
  private var floorTrail: [(set: Int, floor: Int)] = []
  private var lowestTrail: [(item: Int, offset: Int)] = []

  /// Prepares a search that prefers items early in an order where offsets leave the choice.
  init(items: [PlacementProblem.Item], graph: OverlapGraph, order: [Int], capacity: Int) {
    self.graph = graph
    self.order = order
    self.capacity = capacity
    let sizes = items.map(\.size)
    self.sizes = sizes
    var ranks = Array(repeating: 0, count: items.count)
    for (rank, item) in order.enumerated() { ranks[item] = rank }
    self.ranks = ranks
    lowest = Array(repeating: 0, count: items.count)
    isPlaced = Array(repeating: false, count: items.count)
    floors = Array(repeating: 0, count: graph.members.count)
    waiting = graph.members.map { $0.reduce(0) { $0 + sizes[$1] } }
  }

  mutating func run(budget: Int) -> Outcome {
    guard waiting.allSatisfy({ $0 <= capacity }) else { return .infeasible }
    var levels: [Level] = []
    var last = Key(offset: 0, rank: -1)
    var tried = last
    while levels.count < sizes.count {
      guard work < budget else { return .exhausted }
      if let item = nextItem(after: tried) {
        let level = Level(
          item: item, previous: last, floorTrail: floorTrail.count, lowestTrail: lowestTrail.count)
        tried = Key(offset: lowest[item], rank: ranks[item])
        place(item)
        if restFits(above: item) {
          levels.append(level)
          last = tried
        } else {
          remove(level)
        }
      } else {
        guard let level = levels.popLast() else { return .infeasible }
        remove(level)
        tried = Key(offset: lowest[level.item], rank: ranks[level.item])
        last = level.previous
      }
    }
    let height = zip(lowest, sizes).map(+).max() ?? 0
    return .found(Placement(offsets: lowest, height: height, isOptimal: false))
  }

  /// The item with the smallest key above the given one that no other could be pushed below.
  private mutating func nextItem(after key: Key) -> Int? {
    work += order.count
    var limit = Int.max
    var best: Key?
    for (rank, item) in order.enumerated() where !isPlaced[item] {
      let offset = lowest[item]
      limit = min(limit, offset + sizes[item])
      let candidate = Key(offset: offset, rank: rank)
      if candidate > key, best.map({ candidate < $0 }) ?? true { best = candidate }
    }
    guard let best, best.offset < limit else { return nil }
    return order[best.rank]
  }

  private mutating func place(_ item: Int) {
    isPlaced[item] = true
    let end = lowest[item] + sizes[item]
    for set in graph.sets[item] {
      floorTrail.append((set, floors[set]))
      floors[set] = end
      waiting[set] -= sizes[item]
    }
    for other in graph.neighbors[item] where !isPlaced[other] && lowest[other] < end {
      lowestTrail.append((other, lowest[other]))
      lowest[other] = end
    }
    work += graph.neighbors[item].count
  }

  private mutating func remove(_ level: Level) {
    isPlaced[level.item] = false
    while floorTrail.count > level.floorTrail {
      let (set, floor) = floorTrail.removeLast()
      floors[set] = floor
      waiting[set] += sizes[level.item]
    }
    while lowestTrail.count > level.lowestTrail {
      let (item, offset) = lowestTrail.removeLast()
      lowest[item] = offset
    }
  }

  /// Whether at every time what is still to be placed fits between the lowest offset left for it and the capacity.
  private mutating func restFits(above item: Int) -> Bool {
    work += floors.count
    let offset = lowest[item]
    for set in floors.indices where waiting[set] > 0 {
      if max(floors[set], offset) + waiting[set] > capacity { return false }
    }
    for set in graph.sets[item] where waiting[set] > 0 {
      work += graph.members[set].count
      var floor = Int.max
      for member in graph.members[set] where !isPlaced[member] { floor = min(floor, lowest[member]) }
      if max(floor, offset) + waiting[set] > capacity { return false }
    }
    return true
  }
}
