import Glibc
import KernelInterface

/// The hyperbolic tangent. The gradient reads the output.
enum Tanh: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { hyperbolicTangent(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream * (1 - saved * saved)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { Float(tanh(Double(x))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    upstream * (1 - saved * saved)
  }
}
