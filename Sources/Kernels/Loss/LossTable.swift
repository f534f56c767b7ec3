import KernelInterface

func makeLossKernels() -> LossKernels {
  LossKernels(
    crossEntropy: crossEntropy, crossEntropyGradient: crossEntropyGradient,
    crossEntropyTargetGradient: crossEntropyTargetGradient, likelihood: likelihood,
    likelihoodGradient: likelihoodGradient, squaredError: pairVectors(SquaredError.self),
    absoluteError: pairVectors(AbsoluteError.self), smoothError: pairVectors(SmoothError.self),
    binaryCrossEntropy: pairVectors(BinaryCrossEntropy.self),
    binaryCrossEntropyOfLogits: pairVectors(BinaryCrossEntropyOfLogits.self), divergence: pairVectors(Divergence.self),
    divergenceOfLogarithms: pairVectors(DivergenceOfLogarithms.self), dice: dice, diceGradient: diceGradient,
    sum: sumOfLosses)
}

func makeReferenceLossKernels() -> LossKernels {
  LossKernels(
    crossEntropy: crossEntropy, crossEntropyGradient: crossEntropyGradient,
    crossEntropyTargetGradient: crossEntropyTargetGradient, likelihood: likelihood,
    likelihoodGradient: likelihoodGradient, squaredError: pairFormulas(SquaredError.self),
    absoluteError: pairFormulas(AbsoluteError.self), smoothError: pairFormulas(SmoothError.self),
    binaryCrossEntropy: pairFormulas(BinaryCrossEntropy.self),
    binaryCrossEntropyOfLogits: pairFormulas(BinaryCrossEntropyOfLogits.self),
    divergence: pairFormulas(Divergence.self),
    divergenceOfLogarithms: pairFormulas(DivergenceOfLogarithms.self), dice: referenceDice, diceGradient: diceGradient,
    sum: sumOfLosses)
}

/// The sum of all values, over the sum of the weights or a constant; one thread adds them in order.
@Sendable private func sumOfLosses(_ arguments: LossSumArguments, _ units: Range<Int>) {
  guard !units.isEmpty else { return }
  var total = 0.0
  for i in 0..<arguments.count { total += Double(arguments.values[i]) }
  var divisor = arguments.divisor
  if let weights = arguments.weights {
    divisor = 0
    for i in 0..<arguments.count { divisor += Double(weights[i]) }
    arguments.totalWeight?[0] = Float(divisor)
  }
  arguments.output[0] = Float(total / divisor)
}
