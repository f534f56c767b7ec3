import Glibc
import KernelInterface

/// `x * sigmoid(x)`. The gradient reads the input.
///
/// For large negative numbers the exponential is made infinite, so that they give -0, and -inf gives NaN.
enum Silu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane {
    x / (1 + normalExponential(x.clamped(-89, 87), sign: -1))
  }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let gate = logistic(saved)
    return upstream * gate * (saved * (1 - gate) + 1)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { Float(Double(x) / (1 + exp(-Double(x)))) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    let gate = 1 / (1 + exp(-Double(saved)))
    return Float(Double(upstream) * gate * (Double(saved) * (1 - gate) + 1))
  }
}
