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

enum Difference: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left - right }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left - right }
}

enum Product: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left * right }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left * right }
}

enum Quotient: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane { left / right }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left / right }
}

/// 1 where both are equal, else 0.
enum Equality: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane {
    Lane().replacing(with: 1, where: left .== right)
  }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left == right ? 1 : 0 }
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

@Sendable func fill(_ arguments: FillArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * FillArguments.elementsPerUnit, arguments.count)
  let start = min(units.lowerBound * FillArguments.elementsPerUnit, end)
  (arguments.output + start).update(repeating: arguments.value, count: end - start)
}
