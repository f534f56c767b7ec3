import KernelInterface

/// Three taps at stride 2 with a padding of 1, transposed: positions at even places read the middle tap alone, and those
/// between them F(2, 2) of the outer ones.
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
    PairTransform.input(d0, d1, d2, target + 2 * pitch, pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (first, second) = PairTransform.output(source + 2 * step, step)
    target.store(source.lane(0), 0)
    target.store(first, pitch)
    target.store(source.lane(step), 2 * pitch)
    target.store(second, 3 * pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    row == 0 ? taps.1 : PairTransform.weights(taps.2, taps.0, row - 1)
  }
}

/// Four taps at stride 2 with a padding of 1, transposed: F(2, 2) once for the positions at even places, which read the
/// fourth and the second tap, and once for those between them, which read the others one cell later.
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
    PairTransform.input(d0, d1, d2, target, pitch)
    PairTransform.input(d1, d2, d3, target + 3 * pitch, pitch)
  }

  @inline(__always)
  static func output(_ source: UnsafePointer<Float>, _ step: Int, _ target: UnsafeMutablePointer<Float>, _ pitch: Int) {
    let (even, odd) = (PairTransform.output(source, step), PairTransform.output(source + 3 * step, step))
    target.store(even.0, 0)
    target.store(odd.0, pitch)
    target.store(even.1, 2 * pitch)
    target.store(odd.1, 3 * pitch)
  }

  static func weights(_ taps: (Double, Double, Double, Double), _ row: Int) -> Double {
    row < 3 ? PairTransform.weights(taps.3, taps.1, row) : PairTransform.weights(taps.2, taps.0, row - 3)
  }
}
