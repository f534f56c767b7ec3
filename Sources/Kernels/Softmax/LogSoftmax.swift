import Glibc
import KernelInterface

/// The logarithm of softmax: the distance to the largest element, less the logarithm of the sum of the exponentials.
@Sendable func logSoftmax(_ arguments: SoftmaxArguments, _ units: Range<Int>) {
  let inner = arguments.inner
  for unit in units {
    let offset = unit * arguments.length * inner
    let input = arguments.input + offset
    let output = arguments.output + offset
    if inner == 1 {
      let bound = largest(input, arguments.length)
      let logarithm = logf(sumOfExponentials(input, arguments.length, below: bound))
      forColumns(arguments.length) { column, width in
        output.store((input.lane(column, width: width) - bound) - logarithm, column, width: width)
      }
    } else {
      forColumns(inner) { column, width in
        let bound = largest(input, arguments, column, width)
        var logarithm = Lane()
        for i in 0..<arguments.length {
          logarithm += exponential(input.lane(i * inner + column, width: width) - bound)
        }
        for i in 0..<Lane.scalarCount { logarithm[i] = logf(logarithm[i]) }
        for i in 0..<arguments.length {
          let place = i * inner + column
          output.store((input.lane(place, width: width) - bound) - logarithm, place, width: width)
        }
      }
    }
  }
}

/// The gradient `upstream - exp(output) * sum(upstream)` of each row.
@Sendable func logSoftmaxGradient(_ arguments: SoftmaxGradientArguments, _ units: Range<Int>) {
  let inner = arguments.inner
  for unit in units {
    let offset = unit * arguments.length * inner
    let upstream = arguments.upstream + offset
    let output = arguments.output + offset
    let gradient = arguments.inputGradient + offset
    if inner == 1 {
      var sums = Lane()
      forColumns(arguments.length) { column, width in sums += upstream.lane(column, width: width) }
      let sum = sums.total
      forColumns(arguments.length) { column, width in
        let probability = exponential(output.lane(column, width: width))
        gradient.store(upstream.lane(column, width: width) - probability * sum, column, width: width)
      }
    } else {
      forColumns(inner) { column, width in
        var sum = Lane()
        for i in 0..<arguments.length { sum += upstream.lane(i * inner + column, width: width) }
        for i in 0..<arguments.length {
          let place = i * inner + column
          let probability = exponential(output.lane(place, width: width))
          gradient.store(upstream.lane(place, width: width) - probability * sum, place, width: width)
        }
      }
    }
  }
}

/// The sum of the exponentials of each element's distance to a bound.
private func sumOfExponentials(_ input: UnsafePointer<Float>, _ count: Int, below bound: Float) -> Float {
  var sums = Lane()
  forColumns(count) { column, width in
    sums += exponential(input.lane(column, width: width, filler: -.infinity) - bound)
  }
  return sums.total
}
