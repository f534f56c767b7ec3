import KernelInterface

/// Puts elements at their places, and 0 elsewhere.
@Sendable func unpool(_ arguments: UnpoolArguments, _ units: Range<Int>) {
  for unit in units {
    let input = arguments.input + unit * arguments.smallCount
    let indices = arguments.indices + unit * arguments.smallCount
    let output = arguments.output + unit * arguments.largeCount
    output.update(repeating: 0, count: arguments.largeCount)
    for i in 0..<arguments.smallCount where indices[i] >= 0 && indices[i] < arguments.largeCount {
      output[Int(indices[i])] = input[i]
    }
  }
}

/// Takes for each element the gradient at its place.
@Sendable func unpoolGradient(_ arguments: UnpoolArguments, _ units: Range<Int>) {
  for unit in units {
    let upstream = arguments.input + unit * arguments.largeCount
    let indices = arguments.indices + unit * arguments.smallCount
    let gradient = arguments.output + unit * arguments.smallCount
    for i in 0..<arguments.smallCount {
      let isInside = indices[i] >= 0 && indices[i] < arguments.largeCount
      gradient[i] = isInside ? upstream[Int(indices[i])] : 0
    }
  }
}
