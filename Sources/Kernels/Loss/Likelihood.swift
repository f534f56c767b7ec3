import KernelInterface

/// Minus the score of each position's class, times the class's weight.
@Sendable func likelihood(_ arguments: LikelihoodArguments, _ units: Range<Int>) {
  let (classes, spatial) = (arguments.classes, arguments.spatial)
  for sample in units {
    for place in 0..<spatial {
      let position = sample * spatial + place
      let index = Int(arguments.target[position])
      if index == arguments.ignoredIndex {
        arguments.losses[position] = 0
        arguments.weights[position] = 0
      } else if index < 0 || index >= classes {
        arguments.losses[position] = .nan
        arguments.weights[position] = 1
      } else {
        let weight = arguments.classWeights?[index] ?? 1
        arguments.losses[position] = -weight * arguments.scores[(sample * classes + index) * spatial + place]
        arguments.weights[position] = weight
      }
    }
  }
}

/// Minus the weight of each position's class over the divisor of the mean, at the class; 0 elsewhere.
@Sendable func likelihoodGradient(_ arguments: LikelihoodGradientArguments, _ units: Range<Int>) {
  let (classes, spatial) = (arguments.classes, arguments.spatial)
  for sample in units {
    let gradient = arguments.scoreGradient + sample * classes * spatial
    gradient.update(repeating: 0, count: classes * spatial)
    for place in 0..<spatial {
      let position = sample * spatial + place
      let index = Int(arguments.target[position])
      if index == arguments.ignoredIndex || index < 0 || index >= classes { continue }
      let upstream = arguments.upstream[arguments.isReduced ? 0 : position]
      let weight = arguments.classWeights?[index] ?? 1
      gradient[index * spatial + place] = -weight * upstream / (arguments.totalWeight?[0] ?? 1)
    }
  }
}
