import Glibc
import KernelInterface

/// `log(1 + exp(alpha x)) / alpha`, but `x` where `alpha x` is above `beta`. The gradient reads the input.
enum Softplus: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane {
    let scaled = x * constants.alpha
    return (softPositive(scaled) / constants.alpha).replacing(with: x, where: scaled .> constants.beta)
  }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let scaled = saved * constants.alpha
    return (upstream * logistic(scaled)).replacing(with: upstream, where: scaled .> constants.beta)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    let scaled = Double(x) * Double(constants.alpha)
    return Float(scaled) > constants.beta ? x : Float(log1p(exp(scaled)) / Double(constants.alpha))
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    let scaled = Double(saved) * Double(constants.alpha)
    return Float(scaled) > constants.beta ? upstream : Float(Double(upstream) / (1 + exp(-scaled)))
  }
}
