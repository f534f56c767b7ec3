import KernelInterface

/// `min(max(x + 3, 0), 6) / 6`. The gradient reads the input and is 0 at both bounds.
enum Hardsigmoid: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { (x + 3).clamped(0, 6) / 6 }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    Lane().replacing(with: upstream / 6, where: (saved .> -3) .& (saved .< 3))
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { Relu6.referenceValue(x + 3, constants) / 6 }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved > -3 && saved < 3 ? upstream / 6 : 0
  }
}
