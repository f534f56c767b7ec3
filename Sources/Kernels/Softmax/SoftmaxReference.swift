import Glibc
import KernelInterface

/// The definition, one element at a time, in double precision.
@Sendable func referenceSoftmax(_ arguments: SoftmaxArguments, _ units: Range<Int>) {
  forEachRow(units, arguments.length, arguments.inner) { first in
    let (bound, sum) = exponentialSum(arguments, first)
    for i in 0..<arguments.length {
      let place = first + i * arguments.inner
      arguments.output[place] = Float(exp(Double(arguments.input[place]) - bound) / sum)
    }
  }
}

@Sendable func referenceLogSoftmax(_ arguments: SoftmaxArguments, _ units: Range<Int>) {
  forEachRow(units, arguments.length, arguments.inner) { first in
    let (bound, sum) = exponentialSum(arguments, first)
    for i in 0..<arguments.length {
      let place = first + i * arguments.inner
      arguments.output[place] = Float(Double(arguments.input[place]) - bound - log(sum))
    }
  }
}

@Sendable func referenceSoftmaxGradient(_ arguments: SoftmaxGradientArguments, _ units: Range<Int>) {
  forEachRow(units, arguments.length, arguments.inner) { first in
    var sum = 0.0
    for i in 0..<arguments.length {
      let place = first + i * arguments.inner
      sum += Double(arguments.upstream[place]) * Double(arguments.output[place])
    }
    for i in 0..<arguments.length {
      let place = first + i * arguments.inner
      let distance = Double(arguments.upstream[place]) - sum
      arguments.inputGradient[place] = Float(Double(arguments.output[place]) * distance)
    }
  }
}

@Sendable func referenceLogSoftmaxGradient(_ arguments: SoftmaxGradientArguments, _ units: Range<Int>) {
  forEachRow(units, arguments.length, arguments.inner) { first in
    var sum = 0.0
    for i in 0..<arguments.length { sum += Double(arguments.upstream[first + i * arguments.inner]) }
    for i in 0..<arguments.length {
      let place = first + i * arguments.inner
      let probability = exp(Double(arguments.output[place]))
      arguments.inputGradient[place] = Float(Double(arguments.upstream[place]) - probability * sum)
    }
  }
}

/// Calls the body with the place of the first element of every row of some units.
@inline(__always)
private func forEachRow(_ units: Range<Int>, _ length: Int, _ inner: Int, _ body: (Int) -> Void) {
  for unit in units {
    for column in 0..<inner { body(unit * length * inner + column) }
  }
}

/// The largest element of a row, and the sum of the exponentials of the distances to it.
private func exponentialSum(_ arguments: SoftmaxArguments, _ first: Int) -> (bound: Double, sum: Double) {
  var bound = -Double.infinity
  for i in 0..<arguments.length {
    let value = Double(arguments.input[first + i * arguments.inner])
    if value > bound || value != value { bound = value }
  }
  var sum = 0.0
  for i in 0..<arguments.length { sum += exp(Double(arguments.input[first + i * arguments.inner]) - bound) }
  return (bound, sum)
}
