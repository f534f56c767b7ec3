import Glibc
import KernelInterface

/// `log(x)`: -inf at 0, NaN below. The gradient reads the input.
enum Log: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { logarithm(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane { upstream / saved }

  static func referenceValue(_ x: Float, _: Constants) -> Float { Float(log(Double(x))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float { upstream / saved }
}
