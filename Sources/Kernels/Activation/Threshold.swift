import KernelInterface

/// `x` above `alpha`, else `beta`; NaN passes through. The gradient reads the input.
enum Threshold: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane {
    x.replacing(with: constants.beta, where: x .<= constants.alpha)
  }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream.replacing(with: 0, where: saved .<= constants.alpha)
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    x <= constants.alpha ? constants.beta : x
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved <= constants.alpha ? 0 : upstream
  }
}
