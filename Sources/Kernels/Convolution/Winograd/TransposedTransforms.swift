import KernelInterface

/// Three taps at stride 2 with a padding of 1, transposed: positions at even places read the middle tap alone, and those
/// between them F(2, 2) of the outer ones at the points 0, 1 and infinity.
enum TransposedThreeTransform: WinogradTransform {
  static var isForward: Bool { @inline(__always) get { false } }
  static var outputs: Int { @inline(__always) get { 4 } }
  static var cells: Int { @inline(__always) get { 3 } }
  static var products: Int { @inline(__always) get { 5 } }
  static var weightRows: Int { @inline(__always) get { 4 } }

  @inline(__always)
  static func firstCell(_ position: Int, _ axis: ConvolutionGeometry.Axis) -> Int { position / 2 }

  @inline(__always)
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (d0, d1, d2) = (source.lane(0), source.lane(step), source.lane(2 * step))
    target.store(d0, 0)
    target.store(d1, pitch)
    target.store(d0 - d1, 2 * pitch)
    target.store(d1, 3 * pitch)
    target.store(d2 - d1, 4 * pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let both = source.lane(3 * step)
    target.store(source.lane(0), 0)
    target.store(source.lane(2 * step) + both, pitch)
    target.store(source.lane(step), 2 * pitch)
    target.store(source.lane(4 * step) + both, 3 * pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    switch row {
    case 0: taps.1
    case 1: taps.2
    case 2: taps.2 + taps.0
    default: taps.0
    }
  }
}

/// Four taps at stride 2 with a padding of 1, transposed: F(2, 2) at the points 0, 1 and infinity, once for the positions
/// at even places, which read the fourth and the second tap, and once for those between them, which read the others one
/// cell later.
enum TransposedFourTransform: WinogradTransform {
  static var isForward: Bool { @inline(__always) get { false } }
  static var taps: Int { @inline(__always) get { 4 } }
  static var outputs: Int { @inline(__always) get { 4 } }
  static var cells: Int { @inline(__always) get { 4 } }
  static var products: Int { @inline(__always) get { 6 } }

  @inline(__always)
  static func firstCell(_ position: Int, _ axis: ConvolutionGeometry.Axis) -> Int { position / 2 - 1 }

  @inline(__always)
  static func input(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (d0, d1, d2, d3) = (source.lane(0), source.lane(step), source.lane(2 * step), source.lane(3 * step))
    target.store(d0 - d1, 0)
    target.store(d1, pitch)
    target.store(d2 - d1, 2 * pitch)
    target.store(d1 - d2, 3 * pitch)
    target.store(d2, 4 * pitch)
    target.store(d3 - d2, 5 * pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (even, odd) = (source.lane(step), source.lane(4 * step))
    target.store(source.lane(0) + even, 0)
    target.store(source.lane(3 * step) + odd, pitch)
    target.store(source.lane(2 * step) + even, 2 * pitch)
    target.store(source.lane(5 * step) + odd, 3 * pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    switch row {
    case 0: taps.3
    case 1: taps.3 + taps.1
    case 2: taps.1
    case 3: taps.2
    case 4: taps.2 + taps.0
    default: taps.0
    }
  }
}
