import KernelInterface

/// Softmax of rows: the exponentials of the distances to the largest element, over their sum.
@Sendable func softmax(_ arguments: SoftmaxArguments, _ units: Range<Int>) {
  for unit in units {
    let offset = unit * arguments.length * arguments.inner
    let input = arguments.input + offset
    let output = arguments.output + offset
    if arguments.inner == 1 {
      let sum = exponentials(of: input, to: output, count: arguments.length, below: largest(input, arguments.length))
      scaleRow(output, by: 1 / sum, to: output, count: arguments.length)
    } else {
      forColumns(arguments.inner) { column, width in
        let largest = largest(input, arguments, column, width)
        var sum = Lane()
        for i in 0..<arguments.length {
          let value = exponential(input.lane(i * arguments.inner + column, width: width) - largest)
          output.store(value, i * arguments.inner + column, width: width)
          sum += value
        }
        let factor = 1 / sum
        for i in 0..<arguments.length {
          let place = i * arguments.inner + column
          output.store(output.lane(place, width: width) * factor, place, width: width)
        }
      }
    }
  }
}

/// The gradient `output * (upstream - sum(upstream * output))` of each row.
@Sendable func softmaxGradient(_ arguments: SoftmaxGradientArguments, _ units: Range<Int>) {
  let inner = arguments.inner
  for unit in units {
    let offset = unit * arguments.length * inner
    let upstream = arguments.upstream + offset
    let output = arguments.output + offset
    let gradient = arguments.inputGradient + offset
    if inner == 1 {
      let sum = dotRows(upstream, output, count: arguments.length)
      for i in 0..<arguments.length { gradient[i] = output[i] * (upstream[i] - sum) }
    } else {
      forColumns(inner) { column, width in
        var sum = Lane()
        for i in 0..<arguments.length {
          let place = i * inner + column
          sum.accumulate(upstream.lane(place, width: width), output.lane(place, width: width))
        }
        for i in 0..<arguments.length {
          let place = i * inner + column
          let distance = upstream.lane(place, width: width) - sum
          gradient.store(output.lane(place, width: width) * distance, place, width: width)
        }
      }
    }
  }
}

/// Calls the body for groups of columns, each as wide as a lane but perhaps the last.
@inline(__always)
func forColumns(_ count: Int, _ body: (_ column: Int, _ width: Int) -> Void) {
  var column = 0
  while column < count {
    body(column, min(Lane.scalarCount, count - column))
    column += Lane.scalarCount
  }
}

/// The largest element along the axis, for each of a group of columns; NaN where one is.
@inline(__always)
func largest(_ input: UnsafePointer<Float>, _ arguments: SoftmaxArguments, _ column: Int, _ width: Int) -> Lane {
  var result = Lane(repeating: -.infinity)
  for i in 0..<arguments.length {
    result = result.maximum(input.lane(i * arguments.inner + column, width: width))
  }
  return result
}

/// The largest element of a row; NaN when there is one.
func largest(_ input: UnsafePointer<Float>, _ count: Int) -> Float {
  var lanes = Lane(repeating: -.infinity)
  forColumns(count) { column, width in
    lanes = lanes.maximum(input.lane(column, width: width, filler: -.infinity))
  }
  var result = lanes[0]
  for i in 1..<Lane.scalarCount { result = result > lanes[i] || result != result ? result : lanes[i] }
  return result
}

/// Writes the exponential of each element's distance to a bound, and returns the sum of all.
func exponentials(
  of input: UnsafePointer<Float>, to output: UnsafeMutablePointer<Float>, count: Int, below bound: Float
) -> Float {
  var sums = Lane()
  forColumns(count) { column, width in
    let value = exponential(input.lane(column, width: width, filler: -.infinity) - bound)
    output.store(value, column, width: width)
    sums += value
  }
  return sums.total
}

/// Writes each element times a factor, perhaps to its own place.
func scaleRow(
  _ input: UnsafePointer<Float>, by factor: Float, to output: UnsafeMutablePointer<Float>, count: Int
) {
  forColumns(count) { column, width in
    output.store(input.lane(column, width: width) * factor, column, width: width)
  }
}

/// The sum of the products of two rows.
func dotRows(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int) -> Float {
  var sums = Lane()
  forColumns(count) { column, width in
    sums.accumulate(left.lane(column, width: width), right.lane(column, width: width))
  }
  return sums.total
}
