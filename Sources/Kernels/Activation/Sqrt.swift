import KernelInterface

/// The square root; NaN below 0. The gradient reads the output and is infinite at 0.
enum Sqrt: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { x.squareRoot() }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane { upstream / (saved * 2) }

  static func referenceValue(_ x: Float, _: Constants) -> Float { x.squareRoot() }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float { upstream / (saved * 2) }
}
