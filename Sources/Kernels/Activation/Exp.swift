import Glibc
import KernelInterface

/// `exp(x)`. The gradient reads the output.
enum Exp: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { exponential(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane { upstream * saved }

  static func referenceValue(_ x: Float, _: Constants) -> Float { Float(exp(Double(x))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float { upstream * saved }
}
