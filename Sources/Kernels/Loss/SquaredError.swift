import KernelInterface

/// `2 (prediction - target)` times upstream, over the number of elements for the mean.
@Sendable func squaredErrorGradient(_ arguments: SquaredErrorGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * BinaryArguments.elementsPerUnit, arguments.count)
  let factor = 2 * arguments.sign / (arguments.reduction.isMean ? Float(arguments.count) : 1)
  for i in units.lowerBound * BinaryArguments.elementsPerUnit..<end {
    let upstream = arguments.upstream[arguments.reduction.isNone ? i : 0]
    arguments.gradient[i] = factor * (arguments.prediction[i] - arguments.target[i]) * upstream
  }
}
