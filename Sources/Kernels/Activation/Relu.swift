import KernelInterface

/// `max(x, 0)`; NaN passes through. The gradient reads the output.
enum Relu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x.replacing(with: 0, where: x .< 0) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream.replacing(with: 0, where: saved .<= 0)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { x < 0 ? 0 : x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved <= 0 ? 0 : upstream
  }
}
