import Glibc
import KernelInterface

/// The cross entropy of every position of some samples, with the logarithms that the gradient needs.
@Sendable func crossEntropy(_ arguments: CrossEntropyArguments, _ units: Range<Int>) {
  let (classes, spatial) = (arguments.classes, arguments.spatial)
  for sample in units {
    for place in 0..<spatial {
      let position = sample * spatial + place
      let first = sample * classes * spatial + place
      let scores = arguments.scores + first
      let logarithm = logarithmOfSum(scores, classes, spatial)
      arguments.logarithms[position] = Float(logarithm)
      let target = arguments.target.at(position, first)
      if target.isIgnored(arguments.ignoredIndex) {
        arguments.weights[position] = 0
        arguments.losses[position] = 0
      } else {
        arguments.weights[position] = target.weight(arguments.classWeights, classes)
        var loss = 0.0
        for i in 0..<classes {
          let probability = target.probability(i, spatial, smoothing: arguments.labelSmoothing, classes)
          let wanted = probability * (arguments.classWeights?[i] ?? 1)
          if wanted != 0 { loss += Double(wanted) * (logarithm - Double(scores[i * spatial])) }
        }
        arguments.losses[position] = target.isValid(classes) ? Float(loss) : .nan
      }
    }
  }
}

/// The gradient by the scores: softmax times the wanted total, less what is wanted, over the divisor of the mean.
@Sendable func crossEntropyGradient(_ arguments: CrossEntropyGradientArguments, _ units: Range<Int>) {
  let (classes, spatial) = (arguments.classes, arguments.spatial)
  for sample in units {
    for place in 0..<spatial {
      let position = sample * spatial + place
      let first = sample * classes * spatial + place
      let target = arguments.target.at(position, first)
      let gradient = arguments.scoreGradient + first
      if target.isIgnored(arguments.ignoredIndex) || !target.isValid(classes) {
        for i in 0..<classes { gradient[i * spatial] = 0 }
        continue
      }
      let upstream = arguments.upstream[arguments.reduction.isNone ? position : 0]
      let factor = upstream / (arguments.totalWeight?[0] ?? 1)
      var total: Float = 0
      for i in 0..<classes {
        let probability = target.probability(i, spatial, smoothing: arguments.labelSmoothing, classes)
        total += probability * (arguments.classWeights?[i] ?? 1)
      }
      for i in 0..<classes {
        let probability = target.probability(i, spatial, smoothing: arguments.labelSmoothing, classes)
        let wanted = probability * (arguments.classWeights?[i] ?? 1)
        let reached = Float(exp(Double(arguments.scores[first + i * spatial]) - Double(arguments.logarithms[position])))
        gradient[i * spatial] = factor * (reached * total - wanted)
      }
    }
  }
}

/// The gradient by target probabilities: minus the logarithm of softmax, less its mean share when labels are
/// smoothed.
@Sendable func crossEntropyTargetGradient(_ arguments: CrossEntropyTargetGradientArguments, _ units: Range<Int>) {
  let (classes, spatial) = (arguments.classes, arguments.spatial)
  let divisor = arguments.reduction.isMean ? Float(arguments.samples * spatial) : 1
  for sample in units {
    for place in 0..<spatial {
      let position = sample * spatial + place
      let first = sample * classes * spatial + place
      let upstream = arguments.upstream[arguments.reduction.isNone ? position : 0]
      let factor = upstream / divisor * (1 - arguments.labelSmoothing)
      for i in 0..<classes {
        let distance = arguments.logarithms[position] - arguments.scores[first + i * spatial]
        arguments.targetGradient[first + i * spatial] = factor * distance * (arguments.classWeights?[i] ?? 1)
      }
    }
  }
}

/// The logarithm of the sum of the exponentials of the scores of one position.
private func logarithmOfSum(_ scores: UnsafePointer<Float>, _ classes: Int, _ stride: Int) -> Double {
  var bound = -Float.infinity
  for i in 0..<classes where scores[i * stride] > bound || scores[i * stride].isNaN { bound = scores[i * stride] }
  var sum = 0.0
  for i in 0..<classes { sum += exp(Double(scores[i * stride]) - Double(bound)) }
  return Double(bound) + log(sum)
}

/// What one position is compared with.
private enum PositionTarget {
  case index(Int)
  case probabilities(UnsafePointer<Float>)

  func isIgnored(_ ignored: Int) -> Bool { if case .index(let index) = self { index == ignored } else { false } }

  func isValid(_ classes: Int) -> Bool {
    if case .index(let index) = self { index >= 0 && index < classes } else { true }
  }

  /// The share of the position in the mean: the weight of its class, or 1 where the target is probabilities.
  func weight(_ classWeights: UnsafePointer<Float>?, _ classes: Int) -> Float {
    if case .index(let index) = self, isValid(classes) { classWeights?[index] ?? 1 } else { 1 }
  }

  /// The wanted probability of a class: the target's, with a share spread evenly over all classes.
  @inline(__always)
  func probability(_ candidate: Int, _ stride: Int, smoothing: Float, _ classes: Int) -> Float {
    let even = smoothing / Float(classes)
    switch self {
    case .index(let index): return (index == candidate ? 1 - smoothing : 0) + even
    case .probabilities(let row): return row[candidate * stride] * (1 - smoothing) + even
    }
  }
}

extension ClassTarget {
  @inline(__always)
  fileprivate func at(_ position: Int, _ first: Int) -> PositionTarget {
    switch self {
    case .indices(let indices): .index(Int(indices[position]))
    case .probabilities(let probabilities): .probabilities(probabilities + first)
    }
  }
}
