import KernelInterface

/// `min(max(x, 0), 6)`; NaN passes through. The gradient reads the output and is 0 at both bounds.
enum Relu6: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x.clamped(0, 6) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream.replacing(with: 0, where: (saved .<= 0) .| (saved .>= 6))
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { x < 0 ? 0 : x > 6 ? 6 : x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved <= 0 || saved >= 6 ? 0 : upstream
  }
}
