import KernelInterface

/// A function of two elements: vector code that is a plain formula for one element too.
protocol BinaryFunction {
  static func value(_ left: Lane, _ right: Lane) -> Lane
  static func referenceValue(_ left: Float, _ right: Float) -> Float
}

enum Sum: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left + right }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left + right }
}

enum Product: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left * right }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left * right }
}

/// The larger one; NaN where either is.
enum Maximum: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left.maximum(right) }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float {
    left > right || left != left ? left : right
  }
}

/// The square of the difference.
enum SquaredDifference: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { (left - right) * (left - right) }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float {
    (left - right) * (left - right)
  }
}

@inline(__always)
func applyBinary<F: BinaryFunction>(_: F.Type, _ arguments: BinaryArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * BinaryArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    arguments.output.store(F.value(arguments.left.lane(i), arguments.right.lane(i)), i)
    i += Lane.scalarCount
  }
  while i < end {
    arguments.output[i] = F.referenceValue(arguments.left[i], arguments.right[i])
    i += 1
  }
}

@inline(__always)
func applyBinaryReference<F: BinaryFunction>(_: F.Type, _ arguments: BinaryArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * BinaryArguments.elementsPerUnit..<end {
    arguments.output[i] = F.referenceValue(arguments.left[i], arguments.right[i])
  }
}

/// The upstream gradient goes to the larger element, half to each where they are equal, and to both next to NaN.
@Sendable func maximumGradient(_ arguments: MaximumGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * BinaryArguments.elementsPerUnit..<end {
    let (left, right) = (arguments.left[i], arguments.right[i])
    let upstream = arguments.upstream[i]
    let share = left == right ? upstream / 2 : upstream
    arguments.leftGradient[i] = left < right ? 0 : share
    arguments.rightGradient[i] = left > right ? 0 : share
  }
}

@Sendable func fill(_ arguments: FillArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * FillArguments.elementsPerUnit, arguments.count)
  let start = min(units.lowerBound * FillArguments.elementsPerUnit, end)
  (arguments.output + start).update(repeating: arguments.value, count: end - start)
}
