import KernelInterface

/// `-x`.
enum Neg: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { -x }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane { -upstream }

  static func referenceValue(_ x: Float, _: Constants) -> Float { -x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float { -upstream }
}
