/// `x` above 0, else `alpha * x`. The gradient reads the input.
enum LeakyRelu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ alpha: Float) -> Lane { (x * alpha).replacing(with: x, where: x .> 0) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ alpha: Float) -> Lane {
    (upstream * alpha).replacing(with: upstream, where: saved .> 0)
  }

  static func referenceValue(_ x: Float, _ alpha: Float) -> Float { x > 0 ? x : alpha * x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ alpha: Float) -> Float {
    saved > 0 ? upstream : upstream * alpha
  }
}
