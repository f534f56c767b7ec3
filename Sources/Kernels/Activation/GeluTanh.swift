import Glibc
import KernelInterface

/// `x (1 + tanh(v)) / 2` with `v = sqrt(2 / pi) (x + 0.044715 x^3)`, as `x sigmoid(2 v)`. The gradient reads the
/// input.
enum GeluTanh: ElementFunction {
  private static let slope = (8 / Double.pi).squareRoot()

  @inline(__always)
  private static func gate(_ x: Lane) -> Lane {
    logistic(x * (x * x).multiplied(by: Lane(repeating: 0.071_354_814), adding: Lane(repeating: 1.595_769_1)))
  }

  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x * gate(x) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    let gate = gate(saved)
    let steepness =
      (saved * saved).multiplied(by: Lane(repeating: 0.214_064_44), adding: Lane(repeating: 1.595_769_1))
    return upstream * gate * (saved * (1 - gate) * steepness + 1)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    let x = Double(x)
    return Float(x / (1 + exp(-slope * (x + 0.044715 * x * x * x))))
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    let x = Double(saved)
    let gate = 1 / (1 + exp(-slope * (x + 0.044715 * x * x * x)))
    return Float(Double(upstream) * gate * (1 + x * (1 - gate) * slope * (1 + 0.134145 * x * x)))
  }
}
