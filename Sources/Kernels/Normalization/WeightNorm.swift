import KernelInterface

/// Gives every row its length.
@Sendable func weightNorm(_ arguments: WeightNormArguments, _ units: Range<Int>) {
  for row in units {
    let input = arguments.input + row * arguments.rowLength
    let output = arguments.output + row * arguments.rowLength
    let length = squaredDistances(input, arguments.rowLength, to: 0).squareRoot()
    let scale = Float(Double(arguments.gain[row]) / length)
    forColumns(arguments.rowLength) { column, width in
      output.store(input.lane(column, width: width) * scale, column, width: width)
    }
  }
}

/// With `u` the row of length 1: the length gets `upstream * u`, and the row what of `upstream` is across it, times
/// `gain / |input|`.
@Sendable func weightNormGradient(_ arguments: WeightNormArguments, _ units: Range<Int>) {
  guard let flowing = arguments.upstream else { return }
  for row in units {
    let input = arguments.input + row * arguments.rowLength
    let upstream = flowing + row * arguments.rowLength
    let output = arguments.output + row * arguments.rowLength
    let length = squaredDistances(input, arguments.rowLength, to: 0).squareRoot()
    var products = Lane()
    forColumns(arguments.rowLength) { column, width in
      products.accumulate(upstream.lane(column, width: width), input.lane(column, width: width))
    }
    let along = Double(total(products)) / length
    let scale = Double(arguments.gain[row]) / length
    arguments.gainGradient?[row] = Float(along)
    let slope = Lane(repeating: Float(-scale * along / length))
    forColumns(arguments.rowLength) { column, width in
      let across = upstream.lane(column, width: width) * Float(scale)
      output.store(input.lane(column, width: width).multiplied(by: slope, adding: across), column, width: width)
    }
  }
}

@Sendable func referenceWeightNorm(_ arguments: WeightNormArguments, _ units: Range<Int>) {
  for row in units {
    let places = row * arguments.rowLength..<(row + 1) * arguments.rowLength
    let length = referenceLength(arguments.input, places)
    for i in places { arguments.output[i] = Float(Double(arguments.input[i]) * Double(arguments.gain[row]) / length) }
  }
}

@Sendable func referenceWeightNormGradient(_ arguments: WeightNormArguments, _ units: Range<Int>) {
  guard let upstream = arguments.upstream else { return }
  for row in units {
    let places = row * arguments.rowLength..<(row + 1) * arguments.rowLength
    let length = referenceLength(arguments.input, places)
    var along = 0.0
    for i in places { along += Double(upstream[i]) * Double(arguments.input[i]) / length }
    arguments.gainGradient?[row] = Float(along)
    for i in places {
      let across = Double(upstream[i]) - along * Double(arguments.input[i]) / length
      arguments.output[i] = Float(across * Double(arguments.gain[row]) / length)
    }
  }
}

@inline(__always)
private func referenceLength(_ input: UnsafePointer<Float>, _ places: Range<Int>) -> Double {
  var squares = 0.0
  for i in places { squares += Double(input[i]) * Double(input[i]) }
  return squares.squareRoot()
}
