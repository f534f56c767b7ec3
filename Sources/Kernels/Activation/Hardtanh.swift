import KernelInterface

/// `min(max(x, alpha), beta)`; NaN passes through. The gradient reads the output and is 0 at both bounds.
enum Hardtanh: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { x.clamped(constants.alpha, constants.beta) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    upstream.replacing(with: 0, where: (saved .<= constants.alpha) .| (saved .>= constants.beta))
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float {
    x < constants.alpha ? constants.alpha : x > constants.beta ? constants.beta : x
  }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved <= constants.alpha || saved >= constants.beta ? 0 : upstream
  }
}
