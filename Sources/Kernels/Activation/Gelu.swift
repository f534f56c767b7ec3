import Glibc
import KernelInterface

/// `x` times the standard normal distribution function. The gradient reads the input.
enum Gelu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x * normalDistribution(x).probability }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let (probability, density) = normalDistribution(saved)
    return upstream * saved.multiplied(by: density, adding: probability)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    let x = Double(x)
    return Float(x * 0.5 * erfc(-x / 2.0.squareRoot()))
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    let x = Double(saved)
    let density = exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
    return Float(Double(upstream) * (0.5 * erfc(-x / 2.0.squareRoot()) + x * density))
  }
}
