import KernelInterface

/// The larger or the smaller of two elements; NaN where either is.
protocol Extreme: BinaryFunction {
  /// What no element is beyond.
  static var neutral: Float { get }
  /// Where the left element is not the chosen one.
  static func loses(_ left: Lane, _ right: Lane) -> SIMDMask<LaneBits>
}

enum Maximum: Extreme {
  static var neutral: Float { @inline(__always) get { -.infinity } }
  @inline(__always) static func loses(_ left: Lane, _ right: Lane) -> SIMDMask<LaneBits> { left .< right }
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left.maximum(right) }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float {
    left > right || left != left ? left : right
  }
}

enum Minimum: Extreme {
  static var neutral: Float { @inline(__always) get { .infinity } }
  @inline(__always) static func loses(_ left: Lane, _ right: Lane) -> SIMDMask<LaneBits> { left .> right }
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane {
    right.replacing(with: left, where: (left .< right) .| (left .!= left))
  }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float {
    left < right || left != left ? left : right
  }
}

/// The upstream gradient goes to the chosen element, half to each where they are equal, and to both next to NaN.
@inline(__always)
func applyExtremeGradient<E: Extreme>(_: E.Type, _ arguments: ExtremeGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * BinaryArguments.elementsPerUnit
  while i < end {
    let width = min(Lane.scalarCount, end - i)
    let left = arguments.left.lane(i, width: width)
    let right = arguments.right.lane(i, width: width)
    let upstream = arguments.upstream.lane(i, width: width)
    let share = upstream.replacing(with: upstream / 2, where: left .== right)
    arguments.leftGradient.store(share.replacing(with: 0, where: E.loses(left, right)), i, width: width)
    arguments.rightGradient.store(share.replacing(with: 0, where: E.loses(right, left)), i, width: width)
    i += Lane.scalarCount
  }
}

/// The definition, one element at a time.
@inline(__always)
func applyExtremeGradientReference<E: Extreme>(_: E.Type, _ arguments: ExtremeGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * BinaryArguments.elementsPerUnit..<end {
    let (left, right) = (arguments.left[i], arguments.right[i])
    let upstream = arguments.upstream[i]
    let chosen = E.referenceValue(left, right)
    let share = left == right ? upstream / 2 : upstream
    arguments.leftGradient[i] = left == chosen || chosen != chosen ? share : 0
    arguments.rightGradient[i] = right == chosen || chosen != chosen ? share : 0
  }
}
