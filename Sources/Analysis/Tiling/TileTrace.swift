import Graph

/// How a value follows the network's input along one spatial axis while the input is cut into tiles.
///
/// Tiles begin at multiples of the step and end as far behind one as the whole input does. Then every tile is read by
/// the same rule as the whole, and a cell of the tile is that of the whole unless it depends on a cell beyond a cut.
/// Counts are of cells of this value.
struct TileTrace: Hashable {
  /// What each cell reads of the input, both counted from the begin of a tile.
  var field: FieldOfView
  /// The first cells after a cut, up to the last that differs from the whole.
  var seamBegin = 0
  /// The last cells before a cut, from the first that differs from the whole.
  var seamEnd = 0

  private static let seamLimit = 1 << 40

  /// The trace of a value of `outputSize` cells that reads this one, of `size` cells, with a reach; nil when the numbers
  /// leave sense behind.
  func read(by reach: AxisReach, size: Int, outputSize: Int) -> TileTrace? {
    guard case .moving(let moving) = reach, moving.advance > 0, let seen = field.read(by: reach) else { return nil }
    var trace = TileTrace(field: seen)
    for (phase, range) in moving.ranges.enumerated() {
      guard let range else { continue }
      let spoilt = (seamBegin - 1 - range.lowerBound).flooredQuotient(by: moving.advance)
      if spoilt >= 0 { trace.seamBegin = max(trace.seamBegin, phase + spoilt * moving.period + 1) }
      let first = -(range.upperBound + seamEnd - size).flooredQuotient(by: moving.advance)
      trace.seamEnd = max(trace.seamEnd, outputSize - (phase + first * moving.period))
    }
    return max(trace.seamBegin, trace.seamEnd) <= Self.seamLimit ? trace : nil
  }

  /// The trace of a value that reads both; nil when the two move at different speeds.
  func union(_ other: TileTrace) -> TileTrace? {
    field.union(other.field).map {
      TileTrace(
        field: $0, seamBegin: max(seamBegin, other.seamBegin), seamEnd: max(seamEnd, other.seamEnd))
    }
  }

  /// Cells of the input after which the rule repeats, and cells of this value that they make; nil for a whole axis.
  var rate: (input: Int, output: Int)? {
    guard case .moving(let moving) = field.reach, moving.advance > 0 else { return nil }
    return (moving.advance, moving.period)
  }
}

extension Int {
  /// The quotient rounded towards minus infinity, for a positive divisor.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The quotient rounded towards plus infinity, for a positive divisor.
  func ceiledQuotient(by divisor: Int) -> Int { -(-self).flooredQuotient(by: divisor) }
}
