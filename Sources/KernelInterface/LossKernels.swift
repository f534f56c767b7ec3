/// What is wanted of the losses of all positions.
package enum LossReduction: Hashable, Sendable {
  case mean, sum, none
}

/// What a classification is compared with: an index or a probability for each class.
package enum ClassTarget {
  case indices(UnsafePointer<Int64>)
  case probabilities(UnsafePointer<Float>)
}

/// Arguments of the cross entropy of each position; scores are `samples x classes x spatial`, a unit is one sample.
///
/// An index that is no class makes the loss of its position NaN, and its gradient zero.
package struct CrossEntropyArguments {
  package var scores: UnsafePointer<Float>
  package var target: ClassTarget
  /// One for each position: the loss, 0 where it is ignored.
  package var losses: UnsafeMutablePointer<Float>
  /// One for each position: the logarithm of the sum of the exponentials of the scores.
  package var logarithms: UnsafeMutablePointer<Float>
  /// One for each position: 1, or 0 where it is ignored.
  package var weights: UnsafeMutablePointer<Float>
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var ignoredIndex: Int

  package init(
    scores: UnsafePointer<Float>, target: ClassTarget, losses: UnsafeMutablePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>, weights: UnsafeMutablePointer<Float>, classes: Int, spatial: Int,
    labelSmoothing: Float, ignoredIndex: Int
  ) {
    self.scores = scores
    self.target = target
    self.losses = losses
    self.logarithms = logarithms
    self.weights = weights
    self.classes = classes
    self.spatial = spatial
    self.labelSmoothing = labelSmoothing
    self.ignoredIndex = ignoredIndex
  }
}

/// Arguments of the gradient of the cross entropy by the scores; a unit is one sample.
package struct CrossEntropyGradientArguments {
  /// One value, or one for each position when nothing is reduced.
  package var upstream: UnsafePointer<Float>
  package var scores: UnsafePointer<Float>
  package var target: ClassTarget
  package var logarithms: UnsafePointer<Float>
  /// The sum of the weights of all positions, for the mean.
  package var totalWeight: UnsafePointer<Float>?
  package var scoreGradient: UnsafeMutablePointer<Float>
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var ignoredIndex: Int
  package var reduction: LossReduction

  package init(
    upstream: UnsafePointer<Float>, scores: UnsafePointer<Float>, target: ClassTarget,
    logarithms: UnsafePointer<Float>, totalWeight: UnsafePointer<Float>?, scoreGradient: UnsafeMutablePointer<Float>,
    classes: Int, spatial: Int, labelSmoothing: Float, ignoredIndex: Int, reduction: LossReduction
  ) {
    self.upstream = upstream
    self.scores = scores
    self.target = target
    self.logarithms = logarithms
    self.totalWeight = totalWeight
    self.scoreGradient = scoreGradient
    self.classes = classes
    self.spatial = spatial
    self.labelSmoothing = labelSmoothing
    self.ignoredIndex = ignoredIndex
    self.reduction = reduction
  }
}

/// Arguments of the gradient of cross entropy by target probabilities; a unit is one sample.
package struct CrossEntropyTargetGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var scores: UnsafePointer<Float>
  package var logarithms: UnsafePointer<Float>
  package var targetGradient: UnsafeMutablePointer<Float>
  package var samples: Int
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var reduction: LossReduction

  package init(
    upstream: UnsafePointer<Float>, scores: UnsafePointer<Float>, logarithms: UnsafePointer<Float>,
    targetGradient: UnsafeMutablePointer<Float>, samples: Int, classes: Int, spatial: Int, labelSmoothing: Float,
    reduction: LossReduction
  ) {
    self.upstream = upstream
    self.scores = scores
    self.logarithms = logarithms
    self.targetGradient = targetGradient
    self.samples = samples
    self.classes = classes
    self.spatial = spatial
    self.labelSmoothing = labelSmoothing
    self.reduction = reduction
  }
}

/// Arguments of squared differences; a unit is `BinaryArguments.elementsPerUnit` elements.
package struct SquaredErrorGradientArguments {
  /// One value, or one for each element when nothing is reduced.
  package var upstream: UnsafePointer<Float>
  package var prediction: UnsafePointer<Float>
  package var target: UnsafePointer<Float>
  /// The gradient by the prediction for sign 1, by the target for sign -1.
  package var gradient: UnsafeMutablePointer<Float>
  package var count: Int
  package var sign: Float
  package var reduction: LossReduction

  package init(
    upstream: UnsafePointer<Float>, prediction: UnsafePointer<Float>, target: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, count: Int, sign: Float, reduction: LossReduction
  ) {
    self.upstream = upstream
    self.prediction = prediction
    self.target = target
    self.gradient = gradient
    self.count = count
    self.sign = sign
    self.reduction = reduction
  }
}

/// Arguments of the sum of all values over a divisor, in one fixed order and in double precision; the only unit does
/// everything.
package struct LossSumArguments {
  package var values: UnsafePointer<Float>
  package var count: Int
  /// Weights whose sum divides; nil divides by `divisor`.
  package var weights: UnsafePointer<Float>?
  package var divisor: Double
  package var output: UnsafeMutablePointer<Float>
  /// Receives the sum of the weights, when they are given.
  package var totalWeight: UnsafeMutablePointer<Float>?

  package init(
    values: UnsafePointer<Float>, count: Int, weights: UnsafePointer<Float>? = nil, divisor: Double = 1,
    output: UnsafeMutablePointer<Float>, totalWeight: UnsafeMutablePointer<Float>? = nil
  ) {
    self.values = values
    self.count = count
    self.weights = weights
    self.divisor = divisor
    self.output = output
    self.totalWeight = totalWeight
  }
}

/// Losses and their gradients.
package struct LossKernels: Sendable {
  package var crossEntropy: Kernel<CrossEntropyArguments>
  package var crossEntropyGradient: Kernel<CrossEntropyGradientArguments>
  package var crossEntropyTargetGradient: Kernel<CrossEntropyTargetGradientArguments>
  package var squaredError: Kernel<BinaryArguments>
  package var squaredErrorGradient: Kernel<SquaredErrorGradientArguments>
  package var sum: Kernel<LossSumArguments>

  package init(
    crossEntropy: @escaping Kernel<CrossEntropyArguments>,
    crossEntropyGradient: @escaping Kernel<CrossEntropyGradientArguments>,
    crossEntropyTargetGradient: @escaping Kernel<CrossEntropyTargetGradientArguments>,
    squaredError: @escaping Kernel<BinaryArguments>,
    squaredErrorGradient: @escaping Kernel<SquaredErrorGradientArguments>, sum: @escaping Kernel<LossSumArguments>
  ) {
    self.crossEntropy = crossEntropy
    self.crossEntropyGradient = crossEntropyGradient
    self.crossEntropyTargetGradient = crossEntropyTargetGradient
    self.squaredError = squaredError
    self.squaredErrorGradient = squaredErrorGradient
    self.sum = sum
  }
}
