import KernelInterface

/// The first index of the largest element along the axis, or of NaN.
@Sendable func argmax(_ arguments: ArgmaxArguments, _ units: Range<Int>) {
  for unit in units {
    let input = arguments.input + unit * arguments.length * arguments.inner
    let output = arguments.output + unit * arguments.inner
    if arguments.inner == 1 {
      let best = largest(input, arguments.length)
      var index = 0
      while index < arguments.length - 1, input[index] != best, input[index] == input[index] { index += 1 }
      output[0] = Int64(index)
    } else {
      forColumns(arguments.inner) { column, width in
        var best = input.lane(column, width: width)
        // Each element holds the bits of an index: vectors of integers cannot be read by element.
        var index = Lane()
        for i in 1..<max(1, arguments.length) {
          let value = input.lane(i * arguments.inner + column, width: width)
          let isBetter = (best .== best) .& ((value .> best) .| (value .!= value))
          best = best.replacing(with: value, where: isBetter)
          index = index.replacing(with: Float(bitPattern: UInt32(truncatingIfNeeded: i)), where: isBetter)
        }
        for i in 0..<width { output[column + i] = Int64(index[i].bitPattern) }
      }
    }
  }
}
