import Glibc

/// `1 / (1 + exp(-x))`. The gradient reads the output.
enum Sigmoid: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ alpha: Float) -> Lane { logistic(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ alpha: Float) -> Lane { upstream * (saved * (1 - saved)) }

  static func referenceValue(_ x: Float, _ alpha: Float) -> Float { Float(1 / (1 + exp(-Double(x)))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ alpha: Float) -> Float {
    upstream * (saved * (1 - saved))
  }
}
