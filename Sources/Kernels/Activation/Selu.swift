import KernelInterface

/// `scale` times `x` above 0, else `scale alpha (exp(x) - 1)`, with the two numbers that keep mean 0 and variance 1. The
/// gradient reads the input.
enum Selu: ElementFunction {
  private static var scale: Float { @inline(__always) get { 1.050_701 } }
  private static var constants: Constants { @inline(__always) get { Constants(alpha: 1.673_263_2, beta: 1) } }

  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { Elu.value(x, constants) * scale }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane {
    Elu.gradient(upstream, saved, constants) * scale
  }

  static func referenceValue(_ x: Float, _: Constants) -> Float { Elu.referenceValue(x, constants) * scale }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float {
    Elu.referenceGradient(upstream, saved, constants) * scale
  }
}
