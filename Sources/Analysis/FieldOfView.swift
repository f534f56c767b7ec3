import Graph

/// What one value sees of the network's inputs along one spatial axis.
struct FieldOfView: Hashable {
  /// What each of its positions reads of the input.
  enum Sight: Hashable {
    /// All of it.
    case whole
    case moving(MovingOffsets)
  }

  var sight: Sight
  /// The spatial axis of the input, from 0.
  var axis: Int

  /// The field of an input itself.
  static func identity(axis: Int) -> FieldOfView {
    FieldOfView(sight: .moving(MovingOffsets(advance: 1, sets: [OffsetSet(0...0)])), axis: axis)
  }

  /// What each of its positions reads of the input, holes aside.
  var reach: AxisReach {
    guard case .moving(let moving) = sight else { return .whole }
    return .moving(MovingRange(advance: moving.advance, ranges: moving.sets.map(\.hull)))
  }

  /// The field of a value whose positions read this one's with a reach; nil when the sizes leave sense behind.
  func read(by outer: AxisReach) -> FieldOfView? {
    guard case .moving(let inner) = sight, case .moving(let outer) = outer else {
      return FieldOfView(sight: .whole, axis: axis)
    }
    let repeats = inner.period / AxisReach.greatestCommonDivisor(inner.period, outer.advance)
    let period = outer.period * repeats
    guard period <= MovingRange.periodLimit, let advance = inner.position(outer.advance * repeats) else { return nil }
    var sets: [OffsetSet] = []
    for position in 0..<period {
      guard let read = outer.range(at: position) else { return nil }
      guard let positions = read else {
        sets.append(.none)
        continue
      }
      guard let seen = inner.union(from: positions.lowerBound, to: positions.upperBound, by: outer.step) else {
        return nil
      }
      sets.append(seen)
    }
    return FieldOfView(sight: .moving(MovingOffsets(advance: advance, sets: sets)), axis: axis)
  }

  /// The field of a value that reads both; nil when the two move at different speeds.
  func union(_ other: FieldOfView) -> FieldOfView? {
    guard axis == other.axis else { return nil }
    guard case .moving(let a) = sight, case .moving(let b) = other.sight else {
      return FieldOfView(sight: .whole, axis: axis)
    }
    if a == b { return self }
    let period = a.period / AxisReach.greatestCommonDivisor(a.period, b.period) * b.period
    guard period <= MovingRange.periodLimit, a.advance * (period / a.period) == b.advance * (period / b.period) else {
      return nil
    }
    var sets: [OffsetSet] = []
    for position in 0..<period {
      guard let first = a.set(at: position), let second = b.set(at: position) else { return nil }
      sets.append(OffsetSet.union([first, second]))
    }
    return FieldOfView(
      sight: .moving(MovingOffsets(advance: a.advance * (period / a.period), sets: sets)), axis: axis)
  }
}

extension MovingRange {
  /// The range of a position, which may be empty (`.some(nil)`); nil when out of bounds.
  func range(at position: Int) -> ClosedRange<Int>?? {
    let phase = ((position % period) + period) % period
    let (moved, overflow) = ((position - phase) / period).multipliedReportingOverflow(by: advance)
    guard !overflow, abs(moved) <= MovingOffsets.positionLimit else { return nil }
    guard let range = ranges[phase] else { return .some(nil) }
    guard max(abs(range.lowerBound), abs(range.upperBound)) <= MovingOffsets.positionLimit else { return nil }
    return range.lowerBound + moved...range.upperBound + moved
  }
}
