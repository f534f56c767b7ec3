/// `x` above 0, else the weight times `x`: the left operand is `x`, the right one the weight.
enum Prelu: BinaryFunction {
  @inline(__always)
  static func value(_ left: Lane, _ right: Lane) -> Lane { (right * left).replacing(with: left, where: left .> 0) }

  @inline(__always)
  static func referenceValue(_ left: Float, _ right: Float) -> Float { left > 0 ? left : right * left }
}

/// The derivative of `Prelu` by `x`: 1 above 0, else the weight.
enum PreluSlope: BinaryFunction {
  @inline(__always)
  static func value(_ left: Lane, _ right: Lane) -> Lane { right.replacing(with: 1, where: left .> 0) }

  @inline(__always)
  static func referenceValue(_ left: Float, _ right: Float) -> Float { left > 0 ? 1 : right }
}
