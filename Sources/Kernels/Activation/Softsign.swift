import KernelInterface

/// `x / (1 + |x|)`. The gradient reads the input.
enum Softsign: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _: Constants) -> Lane { x / (x.replacing(with: -x, where: x .< 0) + 1) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _: Constants) -> Lane {
    let divisor = saved.replacing(with: -saved, where: saved .< 0) + 1
    return upstream / (divisor * divisor)
  }

  static func referenceValue(_ x: Float, _: Constants) -> Float { x / (1 + x.magnitude) }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _: Constants) -> Float {
    upstream / ((1 + saved.magnitude) * (1 + saved.magnitude))
  }
}
