import KernelInterface

typealias Constants = FunctionConstants

/// A function of each element: vector code, and beside it the plain formula.
///
/// Gradients take the forward input or output, as the operator says.
protocol ElementFunction: SendableMetatype {
  static func value(_ x: Lane, _ constants: Constants) -> Lane
  static func gradient(_ upstream: Lane, _ saved: Lane, _ constants: Constants) -> Lane
  static func referenceValue(_ x: Float, _ constants: Constants) -> Float
  static func referenceGradient(_ upstream: Float, _ saved: Float, _ constants: Constants) -> Float
}

/// Applies a function to the elements of some units.
@inline(__always)
func applyForward<F: ElementFunction>(_: F.Type, _ arguments: ActivationArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    arguments.output.store(F.value(arguments.input.lane(i), arguments.constants), i)
    i += Lane.scalarCount
  }
  if i < end {
    let x = arguments.input.lane(i, width: end - i)
    arguments.output.store(F.value(x, arguments.constants), i, width: end - i)
  }
}

/// Applies a function's gradient to the elements of some units.
@inline(__always)
func applyGradient<F: ElementFunction>(_: F.Type, _ arguments: ActivationGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    let gradient = F.gradient(arguments.upstream.lane(i), arguments.saved.lane(i), arguments.constants)
    arguments.inputGradient.store(gradient, i)
    i += Lane.scalarCount
  }
  if i < end {
    let width = end - i
    let upstream = arguments.upstream.lane(i, width: width)
    let gradient = F.gradient(upstream, arguments.saved.lane(i, width: width), arguments.constants)
    arguments.inputGradient.store(gradient, i, width: width)
  }
}

@inline(__always)
func applyReference<F: ElementFunction>(_: F.Type, _ arguments: ActivationArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.output[i] = F.referenceValue(arguments.input[i], arguments.constants)
  }
}

@inline(__always)
func applyReferenceGradient<F: ElementFunction>(
  _: F.Type, _ arguments: ActivationGradientArguments, _ units: Range<Int>
) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.inputGradient[i] = F.referenceGradient(arguments.upstream[i], arguments.saved[i], arguments.constants)
  }
}

/// Both directions of a function in vector code.
@inline(__always)
func vectors<F: ElementFunction>(_: F.Type) -> ActivationFunction {
  ActivationFunction(forward: { applyForward(F.self, $0, $1) }, gradient: { applyGradient(F.self, $0, $1) })
}

/// Both directions of a function by its plain formula.
@inline(__always)
func formulas<F: ElementFunction>(_: F.Type) -> ActivationFunction {
  ActivationFunction(forward: { applyReference(F.self, $0, $1) }, gradient: { applyReferenceGradient(F.self, $0, $1) })
}
