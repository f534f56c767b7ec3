import Glibc
import KernelInterface

/// `1 / (1 + exp(-x))`. The gradient reads the output.
enum Sigmoid: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { logistic(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream * (saved * (1 - saved))
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { Float(1 / (1 + exp(-Double(x)))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    upstream * (saved * (1 - saved))
  }
}
