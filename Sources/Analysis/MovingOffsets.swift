import Graph

/// Sets of input positions that repeat with a period: position `period * q + r` sees set `r`, moved by `advance * q`.
struct MovingOffsets: Hashable {
  var advance: Int
  /// One for each position of the period.
  var sets: [OffsetSet]

  /// Positions beyond this are not followed: every sum and product of two of them fits an `Int`.
  static let positionLimit = 1 << 30
  /// Windows of more taps than this are not followed tap by tap.
  private static let tapLimit = 64

  var period: Int { sets.count }

  /// Where the set of a position that is a multiple of the period begins, relative to the first; nil when out of bounds.
  func position(_ position: Int) -> Int? {
    let (moved, overflow) = (position / period).multipliedReportingOverflow(by: advance)
    return overflow || abs(moved) > Self.positionLimit ? nil : moved
  }

  /// What a position sees; nil when out of bounds.
  func set(at position: Int) -> OffsetSet? {
    guard abs(position) <= Self.positionLimit, abs(advance) <= Self.positionLimit else { return nil }
    let phase = ((position % period) + period) % period
    guard let moved = self.position(position - phase) else { return nil }
    guard let hull = sets[phase].hull else { return OffsetSet.none }
    guard max(abs(hull.lowerBound), abs(hull.upperBound)) <= Self.positionLimit else { return nil }
    return sets[phase].moved(by: moved)
  }

  /// What the positions from the first to the last see together, of which every `step`-th counts.
  func union(from first: Int, to last: Int, by step: Int) -> OffsetSet? {
    guard let begin = set(at: first), let end = set(at: last) else { return nil }
    let count = (last - first) / step + 1
    if period == 1, let lower = begin.hull, let upper = end.hull, begin.holes.isEmpty,
      count == 1 || step <= lower.count / max(1, advance)
    {
      var solid = begin
      solid.hull = lower.lowerBound...upper.upperBound
      return solid
    }
    if count <= Self.tapLimit { return union((0..<count).map { first + $0 * step }) }
    // Ranges only move forward, so one period from each end decides the hull; when a period leaves no hole, none does.
    let near = min(count - 1, period)
    guard let head = union((0...near).map { first + $0 * step }),
      let tail = union((0...near).map { last - $0 * step })
    else { return nil }
    let hull = OffsetSet.union([head, tail]).hull
    return head.isExact && head.holes.isEmpty ? OffsetSet(hull) : OffsetSet(hull).withoutHoles
  }

  private func union(_ positions: [Int]) -> OffsetSet? {
    var sets: [OffsetSet] = []
    for position in positions {
      guard let set = set(at: position) else { return nil }
      sets.append(set)
    }
    return OffsetSet.union(sets)
  }
}
