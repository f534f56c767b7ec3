import KernelInterface

/// A function of each element: vector code, and beside it the plain formula.
///
/// Gradients take the forward input or output, as the operator says.
protocol ElementFunction {
  static func value(_ x: Lane, _ alpha: Float) -> Lane
  static func gradient(_ upstream: Lane, _ saved: Lane, _ alpha: Float) -> Lane
  static func referenceValue(_ x: Float, _ alpha: Float) -> Float
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ alpha: Float) -> Float
}

/// Applies a function to the elements of some units.
@inline(__always)
func applyForward<F: ElementFunction>(_: F.Type, _ arguments: ActivationArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    arguments.output.store(F.value(arguments.input.lane(i), arguments.alpha), i)
    i += Lane.scalarCount
  }
  if i < end {
    let x = arguments.input.lane(i, width: end - i)
    arguments.output.store(F.value(x, arguments.alpha), i, width: end - i)
  }
}

/// Applies a function's gradient to the elements of some units.
@inline(__always)
func applyGradient<F: ElementFunction>(_: F.Type, _ arguments: ActivationGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    let gradient = F.gradient(arguments.upstream.lane(i), arguments.saved.lane(i), arguments.alpha)
    arguments.inputGradient.store(gradient, i)
    i += Lane.scalarCount
  }
  if i < end {
    let width = end - i
    let upstream = arguments.upstream.lane(i, width: width)
    let gradient = F.gradient(upstream, arguments.saved.lane(i, width: width), arguments.alpha)
    arguments.inputGradient.store(gradient, i, width: width)
  }
}

@inline(__always)
func applyReference<F: ElementFunction>(_: F.Type, _ arguments: ActivationArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.output[i] = F.referenceValue(arguments.input[i], arguments.alpha)
  }
}

@inline(__always)
func applyReferenceGradient<F: ElementFunction>(
  _: F.Type, _ arguments: ActivationGradientArguments, _ units: Range<Int>
) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.inputGradient[i] = F.referenceGradient(arguments.upstream[i], arguments.saved[i], arguments.alpha)
  }
}
