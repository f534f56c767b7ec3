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
  /// One for each position: the weight of its class or 1, or 0 where it is ignored.
  package var weights: UnsafeMutablePointer<Float>
  /// One for each class; nil is 1 for all.
  package var classWeights: UnsafePointer<Float>?
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var ignoredIndex: Int

  package init(
    scores: UnsafePointer<Float>, target: ClassTarget, losses: UnsafeMutablePointer<Float>,
    logarithms: UnsafeMutablePointer<Float>, weights: UnsafeMutablePointer<Float>, classWeights: UnsafePointer<Float>?,
    classes: Int, spatial: Int,
    labelSmoothing: Float, ignoredIndex: Int
  ) {
    self.scores = scores
    self.target = target
    self.losses = losses
    self.logarithms = logarithms
    self.weights = weights
    self.classWeights = classWeights
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
  /// One for each class; nil is 1 for all.
  package var classWeights: UnsafePointer<Float>?
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var ignoredIndex: Int
  package var reduction: LossReduction

  package init(
    upstream: UnsafePointer<Float>, scores: UnsafePointer<Float>, target: ClassTarget,
    logarithms: UnsafePointer<Float>, totalWeight: UnsafePointer<Float>?, scoreGradient: UnsafeMutablePointer<Float>,
    classWeights: UnsafePointer<Float>?, classes: Int, spatial: Int, labelSmoothing: Float, ignoredIndex: Int,
    reduction: LossReduction
  ) {
    self.upstream = upstream
    self.scores = scores
    self.target = target
    self.logarithms = logarithms
    self.totalWeight = totalWeight
    self.scoreGradient = scoreGradient
    self.classWeights = classWeights
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
  /// One for each class; nil is 1 for all.
  package var classWeights: UnsafePointer<Float>?
  package var classes: Int
  package var spatial: Int
  package var labelSmoothing: Float
  package var reduction: LossReduction

  package init(
    upstream: UnsafePointer<Float>, scores: UnsafePointer<Float>, logarithms: UnsafePointer<Float>,
    targetGradient: UnsafeMutablePointer<Float>, samples: Int, classWeights: UnsafePointer<Float>?, classes: Int,
    spatial: Int, labelSmoothing: Float,
    reduction: LossReduction
  ) {
    self.upstream = upstream
    self.scores = scores
    self.logarithms = logarithms
    self.targetGradient = targetGradient
    self.samples = samples
    self.classWeights = classWeights
    self.classes = classes
    self.spatial = spatial
    self.labelSmoothing = labelSmoothing
    self.reduction = reduction
  }
}

/// Arguments of a loss of each pair of a prediction and a target; a unit is `BinaryArguments.elementsPerUnit` elements.
///
/// The losses may be written over either input.
package struct PairLossArguments {
  package var prediction: UnsafePointer<Float>
  package var target: UnsafePointer<Float>
  package var losses: UnsafeMutablePointer<Float>
  package var count: Int
  package var constants: FunctionConstants

  package init(
    prediction: UnsafePointer<Float>, target: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>, count: Int,
    constants: FunctionConstants
  ) {
    self.prediction = prediction
    self.target = target
    self.losses = losses
    self.count = count
    self.constants = constants
  }
}

/// How the gradient of a reduced loss reaches the losses it was reduced from.
package struct LossFlow {
  /// One value, or one for each loss when nothing is reduced.
  package var upstream: UnsafePointer<Float>
  package var isReduced: Bool
  /// What the sum of the losses was divided by.
  package var divisor: Float

  package init(upstream: UnsafePointer<Float>, isReduced: Bool, divisor: Float) {
    self.upstream = upstream
    self.isReduced = isReduced
    self.divisor = divisor
  }
}

/// Arguments of the gradient of a loss of each pair, by the prediction or the target; units as forward.
package struct PairLossGradientArguments {
  package var flow: LossFlow
  package var prediction: UnsafePointer<Float>
  package var target: UnsafePointer<Float>
  package var gradient: UnsafeMutablePointer<Float>
  package var count: Int
  package var constants: FunctionConstants

  package init(
    flow: LossFlow, prediction: UnsafePointer<Float>, target: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, count: Int, constants: FunctionConstants
  ) {
    self.flow = flow
    self.prediction = prediction
    self.target = target
    self.gradient = gradient
    self.count = count
    self.constants = constants
  }
}

/// A loss of each pair of a prediction and a target, and its gradients by both.
package struct PairLoss: Sendable {
  package var forward: Kernel<PairLossArguments>
  package var predictionGradient: Kernel<PairLossGradientArguments>
  package var targetGradient: Kernel<PairLossGradientArguments>

  package init(
    forward: @escaping Kernel<PairLossArguments>, predictionGradient: @escaping Kernel<PairLossGradientArguments>,
    targetGradient: @escaping Kernel<PairLossGradientArguments>
  ) {
    self.forward = forward
    self.predictionGradient = predictionGradient
    self.targetGradient = targetGradient
  }
}

/// Arguments of the negative log-likelihood of each position: minus the score of its class, times the class's weight.
///
/// Scores are `samples x classes x spatial`, a unit is one sample. An index that is no class makes the loss NaN, and
/// its gradient zero.
package struct LikelihoodArguments {
  package var scores: UnsafePointer<Float>
  package var target: UnsafePointer<Int64>
  /// One for each position: the loss, 0 where it is ignored.
  package var losses: UnsafeMutablePointer<Float>
  /// One for each position: the weight of its class or 1, or 0 where it is ignored.
  package var weights: UnsafeMutablePointer<Float>
  package var classWeights: UnsafePointer<Float>?
  package var classes: Int
  package var spatial: Int
  package var ignoredIndex: Int

  package init(
    scores: UnsafePointer<Float>, target: UnsafePointer<Int64>, losses: UnsafeMutablePointer<Float>,
    weights: UnsafeMutablePointer<Float>, classWeights: UnsafePointer<Float>?, classes: Int, spatial: Int,
    ignoredIndex: Int
  ) {
    self.scores = scores
    self.target = target
    self.losses = losses
    self.weights = weights
    self.classWeights = classWeights
    self.classes = classes
    self.spatial = spatial
    self.ignoredIndex = ignoredIndex
  }
}

/// Arguments of the gradient of the negative log-likelihood by the scores; a unit is one sample.
package struct LikelihoodGradientArguments {
  /// One value, or one for each position when nothing is reduced.
  package var upstream: UnsafePointer<Float>
  package var isReduced: Bool
  package var target: UnsafePointer<Int64>
  package var classWeights: UnsafePointer<Float>?
  /// The sum of the weights of all positions, for the mean.
  package var totalWeight: UnsafePointer<Float>?
  package var scoreGradient: UnsafeMutablePointer<Float>
  package var classes: Int
  package var spatial: Int
  package var ignoredIndex: Int

  package init(
    upstream: UnsafePointer<Float>, isReduced: Bool, target: UnsafePointer<Int64>,
    classWeights: UnsafePointer<Float>?, totalWeight: UnsafePointer<Float>?,
    scoreGradient: UnsafeMutablePointer<Float>, classes: Int, spatial: Int, ignoredIndex: Int
  ) {
    self.upstream = upstream
    self.isReduced = isReduced
    self.target = target
    self.classWeights = classWeights
    self.totalWeight = totalWeight
    self.scoreGradient = scoreGradient
    self.classes = classes
    self.spatial = spatial
    self.ignoredIndex = ignoredIndex
  }
}

/// Arguments of the Dice loss of planes: `1 - (2 sum(p t) + smooth) / (sum(p) + sum(t) + smooth)`; a unit is one plane.
package struct DiceArguments {
  package var prediction: UnsafePointer<Float>
  package var target: UnsafePointer<Float>
  package var losses: UnsafeMutablePointer<Float>
  /// Two for each plane: the numerator and the denominator.
  package var parts: UnsafeMutablePointer<Float>
  package var spatial: Int
  package var smooth: Float

  package init(
    prediction: UnsafePointer<Float>, target: UnsafePointer<Float>, losses: UnsafeMutablePointer<Float>,
    parts: UnsafeMutablePointer<Float>, spatial: Int, smooth: Float
  ) {
    self.prediction = prediction
    self.target = target
    self.losses = losses
    self.parts = parts
    self.spatial = spatial
    self.smooth = smooth
  }
}

/// Arguments of the gradient of the Dice loss by the prediction or the target; a unit is one plane.
package struct DiceGradientArguments {
  package var flow: LossFlow
  /// The target for the gradient by the prediction, and the other way round.
  package var other: UnsafePointer<Float>
  package var parts: UnsafePointer<Float>
  package var gradient: UnsafeMutablePointer<Float>
  package var spatial: Int

  package init(
    flow: LossFlow, other: UnsafePointer<Float>, parts: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>,
    spatial: Int
  ) {
    self.flow = flow
    self.other = other
    self.parts = parts
    self.gradient = gradient
    self.spatial = spatial
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
  /// The negative log-likelihood of scores that are logarithms already.
  package var likelihood: Kernel<LikelihoodArguments>
  package var likelihoodGradient: Kernel<LikelihoodGradientArguments>
  package var squaredError: PairLoss
  package var absoluteError: PairLoss
  /// `beta d^2 / (2 alpha)` for a distance `d` below `alpha`, else `beta (d - alpha / 2)`.
  package var smoothError: PairLoss
  package var binaryCrossEntropy: PairLoss
  /// The same of scores before the logistic function; positives count `alpha` times.
  package var binaryCrossEntropyOfLogits: PairLoss
  /// Of predicted logarithms from target probabilities.
  package var divergence: PairLoss
  /// Of predicted logarithms from logarithms of target probabilities.
  package var divergenceOfLogarithms: PairLoss
  package var dice: Kernel<DiceArguments>
  package var diceGradient: Kernel<DiceGradientArguments>
  package var sum: Kernel<LossSumArguments>

  package init(
    crossEntropy: @escaping Kernel<CrossEntropyArguments>,
    crossEntropyGradient: @escaping Kernel<CrossEntropyGradientArguments>,
    crossEntropyTargetGradient: @escaping Kernel<CrossEntropyTargetGradientArguments>,
    likelihood: @escaping Kernel<LikelihoodArguments>,
    likelihoodGradient: @escaping Kernel<LikelihoodGradientArguments>, squaredError: PairLoss,
    absoluteError: PairLoss, smoothError: PairLoss, binaryCrossEntropy: PairLoss,
    binaryCrossEntropyOfLogits: PairLoss, divergence: PairLoss, divergenceOfLogarithms: PairLoss,
    dice: @escaping Kernel<DiceArguments>, diceGradient: @escaping Kernel<DiceGradientArguments>,
    sum: @escaping Kernel<LossSumArguments>
  ) {
    self.crossEntropy = crossEntropy
    self.crossEntropyGradient = crossEntropyGradient
    self.crossEntropyTargetGradient = crossEntropyTargetGradient
    self.likelihood = likelihood
    self.likelihoodGradient = likelihoodGradient
    self.squaredError = squaredError
    self.absoluteError = absoluteError
    self.smoothError = smoothError
    self.binaryCrossEntropy = binaryCrossEntropy
    self.binaryCrossEntropyOfLogits = binaryCrossEntropyOfLogits
    self.divergence = divergence
    self.divergenceOfLogarithms = divergenceOfLogarithms
    self.dice = dice
    self.diceGradient = diceGradient
    self.sum = sum
  }
}
