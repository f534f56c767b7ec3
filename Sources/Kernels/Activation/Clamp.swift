import KernelInterface

/// `min(max(x, alpha), beta)`; NaN passes through. The gradient reads the input and is 1 at both bounds.
enum Clamp: ElementFunction {
  @inline(__always)
  static func value(_ x: Lane, _ constants: Constants) -> Lane { Hardtanh.value(x, constants) }

  @inline(__always)
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane {
    Lane().replacing(with: upstream, where: (saved .>= constants.alpha) .& (saved .<= constants.beta))
  }

  static func referenceValue(_ x: Float, _ constants: Constants) -> Float { Hardtanh.referenceValue(x, constants) }

  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float {
    saved >= constants.alpha && saved <= constants.beta ? upstream : 0
  }
}
