import Graph

/// What one value sees of the network's inputs along one spatial axis.
struct FieldOfView: Hashable {
  /// What each of its positions reads of the input.
  var reach: AxisReach
  /// The spatial axis of the input, from 0.
  var axis: Int

  /// The field of an input itself.
  static func identity(axis: Int) -> FieldOfView { FieldOfView(reach: .shifted(by: 0), axis: axis) }

  /// The positions that the widest-seeing position reads; nil when that is the whole axis.
  var size: Int? {
    guard case .moving(let moving) = reach else { return nil }
    return moving.ranges.map { $0.map { $0.upperBound - $0.lowerBound + 1 } ?? 0 }.max() ?? 0
  }

  /// The field of a value whose positions read this one's with a reach; nil when the sizes leave sense behind.
  func read(by outer: AxisReach) -> FieldOfView? {
    guard case .moving(let inner) = reach, case .moving(let outer) = outer else {
      return FieldOfView(reach: .whole, axis: axis)
    }
    let repeats = inner.period / AxisReach.greatestCommonDivisor(inner.period, max(1, outer.advance))
    let period = outer.period * repeats
    guard period <= MovingRange.periodLimit, let advance = inner.position(outer.advance * repeats) else { return nil }
    var ranges: [ClosedRange<Int>?] = []
    for position in 0..<period {
      guard let read = outer.range(at: position) else { return nil }
      guard let positions = read else {
        ranges.append(nil)
        continue
      }
      guard let seen = inner.cover(positions) else { return nil }
      ranges.append(seen)
    }
    return FieldOfView(reach: .moving(MovingRange(advance: advance, ranges: ranges)), axis: axis)
  }

  /// The field of a value that reads both; nil when the two move at different speeds.
  func union(_ other: FieldOfView) -> FieldOfView? {
    guard axis == other.axis else { return nil }
    guard case .moving(let a) = reach, case .moving(let b) = other.reach else {
      return FieldOfView(reach: .whole, axis: axis)
    }
    let period = a.period / AxisReach.greatestCommonDivisor(a.period, b.period) * b.period
    guard period <= MovingRange.periodLimit, a.advance * (period / a.period) == b.advance * (period / b.period) else {
      return nil
    }
    var ranges: [ClosedRange<Int>?] = []
    for position in 0..<period {
      guard let first = a.range(at: position), let second = b.range(at: position) else { return nil }
      ranges.append(MovingRange.hull(first, second))
    }
    return FieldOfView(
      reach: .moving(MovingRange(advance: a.advance * (period / a.period), ranges: ranges)), axis: axis)
  }
}

extension MovingRange {
  /// Positions beyond this are not followed: every sum and product of two of them fits an `Int`.
  private static let positionLimit = 1 << 30

  /// Where the range of a position multiple of the period begins, relative to the first; nil when out of bounds.
  fileprivate func position(_ position: Int) -> Int? {
    let (moved, overflow) = (position / period).multipliedReportingOverflow(by: advance)
    return overflow || abs(moved) > Self.positionLimit ? nil : moved
  }

  /// The range of a position, which may be empty (`.some(nil)`); nil when out of bounds.
  func range(at position: Int) -> ClosedRange<Int>?? {
    guard abs(position) <= Self.positionLimit, abs(advance) <= Self.positionLimit else { return nil }
    let phase = ((position % period) + period) % period
    guard let moved = self.position(position - phase) else { return nil }
    guard let range = ranges[phase] else { return .some(nil) }
    guard abs(range.lowerBound) <= Self.positionLimit, abs(range.upperBound) <= Self.positionLimit else { return nil }
    return range.lowerBound + moved...range.upperBound + moved
  }

  /// The smallest range that covers those of all positions; as ranges only move forward, one period from each end decides.
  fileprivate func cover(_ positions: ClosedRange<Int>) -> ClosedRange<Int>?? {
    var hull: ClosedRange<Int>?
    let head = positions.lowerBound...min(positions.upperBound, positions.lowerBound + period)
    let tail = max(positions.lowerBound, positions.upperBound - period)...positions.upperBound
    for position in Array(head) + Array(tail) {
      guard let range = range(at: position) else { return nil }
      hull = Self.hull(hull, range)
    }
    return .some(hull)
  }

  fileprivate static func hull(_ a: ClosedRange<Int>?, _ b: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}
