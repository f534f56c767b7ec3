import KernelInterface

/// `x * min(max(x + 3, 0), 6) / 6`. The gradient reads the input.
enum Hardswish: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x * (x + 3).clamped(0, 6) / 6 }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    (upstream * (saved / 3 + 0.5)).replacing(with: upstream, where: saved .>= 3)
      .replacing(with: 0, where: saved .<= -3)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    x * Relu6.referenceValue(x + 3, constants) / 6
  }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved <= -3 ? 0 : saved >= 3 ? upstream : upstream * (saved / 3 + 0.5)
  }
}
