import Glibc
import KernelInterface

/// `x tanh(log(1 + exp(x)))`. The gradient reads the input.
enum Mish: ElementFunction {
  /// `tanh(log(1 + exp(x)))` and its distance from 1, each without cancellation: with `e = exp(-|x|)` they are
  /// `(1 + 2e) / (1 + 2e + 2e^2)` and `2e^2 / (...)` above 0, `(e^2 + 2e) / (e^2 + 2e + 2)` and `2 / (...)` below.
  @inline(__always)
  private static func gate(_ x: Lane) -> (value: Lane, distance: Lane) {
    let isNegative = x .< 0
    let e = exponential(x.replacing(with: -x, where: .!isNegative))
    let near = (e * 2 + 1).replacing(with: e * (e + 2), where: isNegative)
    let far = (e * e * 2).replacing(with: Lane(repeating: 2), where: isNegative)
    return (near / (near + far), far / (near + far))
  }

  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { x * gate(x).value }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane {
    let (gate, distance) = gate(saved)
    return upstream * (saved * distance * (gate + 1)).multiplied(by: logistic(saved), adding: gate)
  }

  static func referenceValue(_ x: Float, _: Constants) -> Float { Float(Double(x) * gate(Double(x))) }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float {
    let x = Double(saved)
    let gate = gate(x)
    return Float(Double(upstream) * (gate + x * (1 - gate * gate) / (1 + exp(-x))))
  }

  private static func gate(_ x: Double) -> Double { tanh(x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))) }
}
