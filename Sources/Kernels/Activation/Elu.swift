import Glibc
import KernelInterface

/// `x` above 0, else `alpha (exp(beta x) - 1)`. The gradient reads the input.
enum Elu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane {
    (exponentialLessOne(x * constants.beta) * constants.alpha).replacing(with: x, where: x .> 0)
  }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let slope = exponential(saved * constants.beta) * (constants.alpha * constants.beta)
    return upstream.replacing(with: upstream * slope, where: saved .<= 0)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    x > 0 ? x : Float(Double(constants.alpha) * expm1(Double(x) * Double(constants.beta)))
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    let (alpha, beta) = (Double(constants.alpha), Double(constants.beta))
    return saved <= 0 ? Float(Double(upstream) * alpha * beta * exp(Double(saved) * beta)) : upstream
  }
}
