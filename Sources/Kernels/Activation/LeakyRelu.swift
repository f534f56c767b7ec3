import KernelInterface

/// `x` above 0, else `alpha * x`. The gradient reads the input.
enum LeakyRelu: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane {
    (x * constants.alpha).replacing(with: x, where: x .> 0)
  }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    (upstream * constants.alpha).replacing(with: upstream, where: saved .> 0)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { x > 0 ? x : constants.alpha * x }
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved > 0 ? upstream : upstream * constants.alpha
  }
}
