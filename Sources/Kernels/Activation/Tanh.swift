import Glibc

/// The hyperbolic tangent. The gradient reads the output.
enum Tanh: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ alpha: Float) -> Lane { hyperbolicTangent(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ alpha: Float) -> Lane { upstream * (1 - saved * saved) }

  static func referenceValue(_ x: Float, _ alpha: Float) -> Float { Float(tanh(Double(x))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ alpha: Float) -> Float {
    upstream * (1 - saved * saved)
  }
}
