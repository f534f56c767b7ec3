import KernelInterface

/// `max(x, 0)`; NaN passes through.
@Sendable func relu(_ arguments: ActivationArguments, _ units: Range<Int>) {
  let input = arguments.input
  let output = arguments.output
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    let x = input.lane(i)
    output.store(x.replacing(with: Lane(), where: x .< Lane()), i)
    i += Lane.scalarCount
  }
  while i < end {
    output[i] = input[i] < 0 ? 0 : input[i]
    i += 1
  }
}

/// The upstream gradient where the saved output is above 0, else 0.
@Sendable func reluGradient(_ arguments: ActivationGradientArguments, _ units: Range<Int>) {
  let upstream = arguments.upstream
  let saved = arguments.saved
  let output = arguments.inputGradient
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  var i = units.lowerBound * ActivationArguments.elementsPerUnit
  while i + Lane.scalarCount <= end {
    output.store(upstream.lane(i).replacing(with: Lane(), where: saved.lane(i) .<= Lane()), i)
    i += Lane.scalarCount
  }
  while i < end {
    output[i] = saved[i] <= 0 ? 0 : upstream[i]
    i += 1
  }
}

@Sendable func referenceRelu(_ arguments: ActivationArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.output[i] = arguments.input[i] < 0 ? 0 : arguments.input[i]
  }
}

@Sendable func referenceReluGradient(_ arguments: ActivationGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * ActivationArguments.elementsPerUnit, arguments.count)
  for i in units.lowerBound * ActivationArguments.elementsPerUnit..<end {
    arguments.inputGradient[i] = arguments.saved[i] <= 0 ? 0 : arguments.upstream[i]
  }
}
