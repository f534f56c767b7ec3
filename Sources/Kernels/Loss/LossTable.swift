import KernelInterface

func makeLossKernels() -> LossKernels {
  LossKernels(
    crossEntropy: crossEntropy, crossEntropyGradient: crossEntropyGradient,
    crossEntropyTargetGradient: crossEntropyTargetGradient,
    squaredError: { applyBinary(SquaredDifference.self, $0, $1) }, squaredErrorGradient: squaredErrorGradient,
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
