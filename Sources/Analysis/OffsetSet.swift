/// Positions of an axis: a range, and what is left out of it.
struct OffsetSet: Hashable {
  /// From the first position to the last; nil for no position at all.
  var hull: ClosedRange<Int>?
  /// The parts of the hull that are left out, in order and apart from each other; empty for a set without holes.
  private(set) var holes: [ClosedRange<Int>]
  /// Whether every hole is known; else there may be more.
  private(set) var isExact = true

  /// Sets of more holes than this keep only their hull.
  private static let holeLimit = 512

  static let none = OffsetSet(nil)

  init(_ hull: ClosedRange<Int>?) {
    self.hull = hull
    holes = []
  }

  /// How many positions of the hull are left out.
  var holeCount: Int { holes.reduce(0) { $0 + $1.count } }

  func moved(by distance: Int) -> OffsetSet {
    var moved = self
    moved.hull = hull.map { $0.lowerBound + distance...$0.upperBound + distance }
    moved.holes = holes.map { $0.lowerBound + distance...$0.upperBound + distance }
    return moved
  }

  /// The same hull when the holes in it are not followed.
  var withoutHoles: OffsetSet {
    var hull = OffsetSet(hull)
    hull.isExact = false
    return hull
  }

  /// Everything that is in one of the sets.
  static func union(_ sets: [OffsetSet]) -> OffsetSet {
    var hull: ClosedRange<Int>?
    var isSolid = true
    for set in sets {
      guard let range = set.hull else { continue }
      isSolid = isSolid && set.holes.isEmpty && (hull.map { range.touches($0) } ?? true)
      hull = hull.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
    }
    var union = OffsetSet(hull)
    if !isSolid { union.leaveOut(between: sets.flatMap(\.runs)) }
    union.isExact = union.isExact && sets.allSatisfy(\.isExact)
    return union
  }

  /// The parts that are in the set.
  private var runs: [ClosedRange<Int>] {
    guard let hull else { return [] }
    var runs: [ClosedRange<Int>] = []
    var start = hull.lowerBound
    for hole in holes {
      runs.append(start...hole.lowerBound - 1)
      start = hole.upperBound + 1
    }
    return runs + [start...hull.upperBound]
  }

  private mutating func leaveOut(between runs: [ClosedRange<Int>]) {
    let sorted = runs.sorted { $0.lowerBound < $1.lowerBound }
    guard var end = sorted.first?.upperBound else { return }
    for run in sorted.dropFirst() {
      if run.lowerBound > end + 1 { holes.append(end + 1...run.lowerBound - 1) }
      end = max(end, run.upperBound)
    }
    if holes.count > Self.holeLimit { self = withoutHoles }
  }
}

extension ClosedRange<Int> {
  /// Whether no position lies between the two.
  fileprivate func touches(_ other: ClosedRange<Int>) -> Bool {
    lowerBound <= other.upperBound + 1 && other.lowerBound <= upperBound + 1
  }
}
