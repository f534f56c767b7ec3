/// `max(x, 0)`; NaN passes through. The gradient reads the output.
enum Relu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ alpha: Float) -> Lane { x.replacing(with: 0, where: x .< 0) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ alpha: Float) -> Lane {
    upstream.replacing(with: 0, where: saved .<= 0)
  }

  static func referenceValue(_ x: Float, _ alpha: Float) -> Float { x < 0 ? 0 : x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ alpha: Float) -> Float {
    saved <= 0 ? 0 : upstream
  }
}
