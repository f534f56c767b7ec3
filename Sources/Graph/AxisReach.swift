package import Tensors

/// Which positions of its input an output position reads along one spatial axis.
package enum AxisReach: Hashable, Sendable {
  /// All of them.
  case whole
  /// A range that moves with the position.
  case moving(MovingRange)

  /// The same position, moved by an offset.
  package static func shifted(by offset: Int) -> AxisReach {
    .moving(MovingRange(advance: 1, ranges: [offset...offset]))
  }

  /// The cells that a window covers.
  package static func window(_ window: AxisWindow) -> AxisReach {
    let extent = window.dilation * (window.kernelSize - 1)
    return .moving(
      MovingRange(
        advance: window.stride, ranges: [-window.padBegin...extent - window.padBegin], step: window.dilation))
  }

  /// The positions whose transposed window covers the cell; nil for a stride of more phases than can be told apart.
  package static func transposed(_ window: AxisWindow) -> AxisReach? {
    guard window.stride <= MovingRange.periodLimit, window.kernelSize <= MovingRange.periodLimit else { return nil }
    let ranges = (0..<window.stride).map { phase in
      let readers = (0..<window.kernelSize).compactMap { tap -> Int? in
        let distance = phase + window.padBegin - tap * window.dilation
        return distance % window.stride == 0 ? distance / window.stride : nil
      }
      return readers.first.map { last in (readers.last ?? last)...last }
    }
    let step = window.dilation / greatestCommonDivisor(window.dilation, window.stride)
    return .moving(MovingRange(advance: 1, ranges: ranges, step: step))
  }

  /// The cells from `floor(p * input / output)` to `ceil((p + 1) * input / output)`, as adaptive pools read them.
  package static func bins(input: Int, output: Int) -> AxisReach? {
    if output == 1 { return .whole }
    return scaled(input, output) { phase, advance, period in
      phase * advance / period...((phase + 1) * advance + period - 1) / period - 1
    }
  }

  /// The cell at `floor(p * input / output)`.
  package static func nearest(input: Int, output: Int) -> AxisReach? {
    scaled(input, output) { phase, advance, period in phase * advance / period...phase * advance / period }
  }

  /// The cell at `floor((p + 1/2) * input / output)`.
  package static func nearestMiddle(input: Int, output: Int) -> AxisReach? {
    scaled(input, output) { phase, advance, period in
      let cell = (2 * phase + 1) * advance / (2 * period)
      return cell...cell
    }
  }

  /// The cells on both sides of the place at `(p + 1/2) * input / output - 1/2`, or the one that is there;
  /// between cells also `around` more on both sides.
  package static func interpolated(input: Int, output: Int, around: Int = 0) -> AxisReach? {
    scaled(input, output) { phase, advance, period in
      let place = (2 * phase + 1) * advance - period
      let cell = place >= 0 ? place / (2 * period) : -1
      return place == cell * 2 * period ? cell...cell : cell - around...cell + 1 + around
    }
  }

  /// The cells on both sides of the place at `p * (input - 1) / (output - 1)`, or the one that is
  /// there; between cells also `around` more on both sides.
  package static func interpolatedBetweenCorners(input: Int, output: Int, around: Int = 0) -> AxisReach? {
    guard input > 1, output > 1 else { return nil }
    return scaled(input - 1, output - 1) { phase, advance, period in
      let cell = phase * advance / period
      return phase * advance == cell * period ? cell...cell : cell - around...cell + 1 + around
    }
  }

  /// The ranges of one period of a ratio; nil for a ratio of more phases than can be told apart.
  private static func scaled(
    _ input: Int, _ output: Int, _ range: (_ phase: Int, _ advance: Int, _ period: Int) -> ClosedRange<Int>
  ) -> AxisReach? {
    guard input > 0, output > 0 else { return nil }
    let divisor = greatestCommonDivisor(input, output)
    let (advance, period) = (input / divisor, output / divisor)
    guard period <= MovingRange.periodLimit, advance <= 1 << 40 else { return nil }
    return .moving(MovingRange(advance: advance, ranges: (0..<period).map { range($0, advance, period) }))
  }

  package static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestCommonDivisor(b, a % b) }
}

/// Ranges of positions that repeat with a period: position `period * q + r` reads range `r`, moved by `advance * q`.
package struct MovingRange: Hashable, Sendable {
  package var advance: Int
  /// One for each position of the period; nil where nothing is read, as between the taps of a transposed window.
  package var ranges: [ClosedRange<Int>?]
  /// The distance between the positions of a range that are read, such as the dilation of a window.
  package var step: Int

  /// The longest period that is followed.
  package static let periodLimit = 4096

  package init(advance: Int, ranges: [ClosedRange<Int>?], step: Int = 1) {
    precondition(!ranges.isEmpty && step > 0, "a period has at least one position, and taps go forward")
    self.advance = advance
    self.ranges = ranges
    self.step = step
  }

  package var period: Int { ranges.count }
}

/// An operator whose outputs read other positions of its input along the spatial axes than their own.
///
/// An operator that keeps the spatial sizes and is neither this nor a `WindowedOperator` reads the same position.
package protocol SpatialOperator: Operator {
  /// One reach for each axis of the input from the third on; nil where it cannot be told.
  func reach(from input: Shape, to output: Shape) -> [AxisReach?]
}
