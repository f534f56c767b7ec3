import KernelInterface

/// The transforms of a `WinogradTile` along one axis, built on interpolation at some points and infinity (Lavin and Gray
/// 2016; Barabasz and others 2020 on the choice of points). Steps are in floats.
protocol WinogradTransform: SendableMetatype {
  /// Whether positions of y are computed from x, or the other way.
  static var isForward: Bool { get }
  static var taps: Int { get }
  /// As in `WinogradTile`.
  static var outputs: Int { get }
  static var cells: Int { get }
  static var products: Int { get }
  static var weightRows: Int { get }
  /// The first cell that a tile reads, where it begins at a position.
  static func firstCell(_ position: Int, _ axis: ConvolutionGeometry.Axis) -> Int
  /// Transforms cells of the source.
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int)
  /// Transforms products back to cells of the result.
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int)
  /// Transforms as many taps as there are.
  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double
}

extension WinogradTransform {
  static var isForward: Bool { @inline(__always) get { true } }
  static var taps: Int { @inline(__always) get { 3 } }
  static var cells: Int { @inline(__always) get { products } }
  static var weightRows: Int { @inline(__always) get { products } }

  @inline(__always)
  static func firstCell(_ position: Int, _ axis: ConvolutionGeometry.Axis) -> Int {
    position * axis.stride - axis.padBegin
  }
}

/// F(2, 3) at the points 0, 1 and -1.
enum SmallTransform: WinogradTransform {
  static var outputs: Int { @inline(__always) get { 2 } }
  static var products: Int { @inline(__always) get { 4 } }

  @inline(__always)
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (d0, d1, d2, d3) = (source.lane(0), source.lane(step), source.lane(2 * step), source.lane(3 * step))
    target.store(d0 - d2, 0)
    target.store(d1 + d2, pitch)
    target.store(d2 - d1, 2 * pitch)
    target.store(d3 - d1, 3 * pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (m0, m1, m2, m3) = (source.lane(0), source.lane(step), source.lane(2 * step), source.lane(3 * step))
    target.store(m0 + (m1 + m2), 0)
    target.store((m1 - m2) + m3, pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    switch row {
    case 0: taps.0
    case 1: (taps.0 + taps.1 + taps.2) / 2
    case 2: (taps.0 - taps.1 + taps.2) / 2
    default: taps.2
    }
  }
}

/// F(4, 3) at the points 0, ±1/√2 and ±√2, whose rounding errors are about half of those at 0, ±1 and ±2.
enum LargeTransform: WinogradTransform {
  static var outputs: Int { @inline(__always) get { 4 } }
  static var products: Int { @inline(__always) get { 6 } }

  private static var low: Float { @inline(__always) get { 0.707_106_77 } }
  private static var high: Float { @inline(__always) get { 1.414_213_5 } }

  @inline(__always)
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (d0, d1, d2) = (source.lane(0), source.lane(step), source.lane(2 * step))
    let (d3, d4, d5) = (source.lane(3 * step), source.lane(4 * step), source.lane(5 * step))
    let (half, two, middle) = (Lane(repeating: -0.5), Lane(repeating: -2), Lane(repeating: -2.5))
    let (low, high) = (Lane(repeating: low), Lane(repeating: high))
    target.store(d2.multiplied(by: middle, adding: d0 + d4), 0)
    target.store(d3.multiplied(by: middle, adding: d1 + d5), 5 * pitch)
    let evenLow = d2.multiplied(by: two, adding: d4)
    let oddLow = d3 * low - d1 * high
    target.store(evenLow + oddLow, pitch)
    target.store(evenLow - oddLow, 2 * pitch)
    let evenHigh = d2.multiplied(by: half, adding: d4)
    let oddHigh = d3 * high - d1 * low
    target.store(evenHigh + oddHigh, 3 * pitch)
    target.store(evenHigh - oddHigh, 4 * pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (m1, m2) = (source.lane(step), source.lane(2 * step))
    let (m3, m4) = (source.lane(3 * step), source.lane(4 * step))
    let (lowSum, lowDifference) = (m1 + m2, m1 - m2)
    let (highSum, highDifference) = (m3 + m4, m3 - m4)
    target.store(source.lane(0) + lowSum + highSum, 0)
    target.store(lowDifference.multiplied(by: Lane(repeating: low), adding: highDifference * high), pitch)
    target.store(lowSum.multiplied(by: Lane(repeating: 0.5), adding: highSum + highSum), 2 * pitch)
    let cubes = highDifference.multiplied(by: Lane(repeating: 2 * high), adding: source.lane(5 * step))
    target.store(lowDifference.multiplied(by: Lane(repeating: low / 2), adding: cubes), 3 * pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    let (low, high) = (0.5.squareRoot(), 2.0.squareRoot())
    return switch row {
    case 0: taps.0
    case 1: (taps.0 + low * taps.1 + taps.2 / 2) / -1.5
    case 2: (taps.0 - low * taps.1 + taps.2 / 2) / -1.5
    case 3: (taps.0 + high * taps.1 + 2 * taps.2) / 6
    case 4: (taps.0 - high * taps.1 + 2 * taps.2) / 6
    default: taps.2
    }
  }
}

/// F(2, 2) at the points 0, 1 and infinity: a part of the tiles of taps at stride 2.
enum PairTransform {
  /// Transforms three cells.
  @inline(__always)
  static func input(_ d0: Lane, _ d1: Lane, _ d2: Lane, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    target.store(d0 - d1, 0)
    target.store(d1, pitch)
    target.store(d2 - d1, 2 * pitch)
  }

  /// Transforms three products back to two sums.
  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int) -> (Lane, Lane) {
    let both = source.lane(step)
    return (source.lane(0) + both, source.lane(2 * step) + both)
  }

  static func weights(_ first: Double, _ second: Double, _ row: Int) -> Double {
    switch row {
    case 0: first
    case 1: first + second
    default: second
    }
  }
}

/// Two positions of three taps at stride 2: the middle tap by itself, and F(2, 2) of the outer ones.
enum StridedTransform: WinogradTransform {
  static var outputs: Int { @inline(__always) get { 2 } }
  static var products: Int { @inline(__always) get { 5 } }
  static var weightRows: Int { @inline(__always) get { 4 } }

  @inline(__always)
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    target.store(source.lane(step), 0)
    target.store(source.lane(3 * step), pitch)
    PairTransform.input(
      source.lane(0), source.lane(2 * step), source.lane(4 * step), target + 2 * pitch, pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (first, second) = PairTransform.output(source + 2 * step, step)
    target.store(source.lane(0) + first, 0)
    target.store(source.lane(step) + second, pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    row == 0 ? taps.1 : PairTransform.weights(taps.0, taps.2, row - 1)
  }
}
