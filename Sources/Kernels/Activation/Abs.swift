import KernelInterface

/// `|x|`. The gradient reads the input and is 0 at 0 and NaN.
enum Abs: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { x.replacing(with: 0 - x, where: x .<= 0) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane {
    Lane().replacing(with: upstream, where: saved .> 0).replacing(with: -upstream, where: saved .< 0)
  }

  static func referenceValue(_ x: Float, _: Constants) -> Float { x.magnitude }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float {
    saved > 0 ? upstream : saved < 0 ? -upstream : 0
  }
}
