import KernelInterface

/// The Dice loss of each plane, and the two parts of its quotient.
@Sendable func dice(_ arguments: DiceArguments, _ units: Range<Int>) {
  for plane in units {
    let prediction = arguments.prediction + plane * arguments.spatial
    let target = arguments.target + plane * arguments.spatial
    var (common, whole) = (0.0, 0.0)
    var start = 0
    while start < arguments.spatial {
      let count = min(1024, arguments.spatial - start)
      var (products, sums) = (Lane(), Lane())
      forColumns(count) { column, width in
        let (p, t) = (prediction.lane(start + column, width: width), target.lane(start + column, width: width))
        products.accumulate(p, t)
        sums += p + t
      }
      common += Double(total(products))
      whole += Double(total(sums))
      start += count
    }
    store(common, whole, of: plane, arguments)
  }
}

/// The definition, one element at a time.
@Sendable func referenceDice(_ arguments: DiceArguments, _ units: Range<Int>) {
  for plane in units {
    var (common, whole) = (0.0, 0.0)
    for i in plane * arguments.spatial..<(plane + 1) * arguments.spatial {
      let (p, t) = (Double(arguments.prediction[i]), Double(arguments.target[i]))
      common += p * t
      whole += p + t
    }
    store(common, whole, of: plane, arguments)
  }
}

private func store(_ common: Double, _ total: Double, of plane: Int, _ arguments: DiceArguments) {
  let smooth = Double(arguments.smooth)
  let (numerator, denominator) = (2 * common + smooth, total + smooth)
  arguments.losses[plane] = Float((denominator - numerator) / denominator)
  arguments.parts[2 * plane] = Float(numerator)
  arguments.parts[2 * plane + 1] = Float(denominator)
}

/// `(numerator - 2 other denominator) / denominator^2` times upstream, at each element of a plane.
@Sendable func diceGradient(_ arguments: DiceGradientArguments, _ units: Range<Int>) {
  for plane in units {
    let (numerator, denominator) = (arguments.parts[2 * plane], arguments.parts[2 * plane + 1])
    let upstream = arguments.flow.value(plane)
    let constant = upstream * numerator / denominator / denominator
    let slope = -2 * upstream / denominator
    let other = arguments.other + plane * arguments.spatial
    let gradient = arguments.gradient + plane * arguments.spatial
    forColumns(arguments.spatial) { column, width in
      gradient.store(other.lane(column, width: width) * slope + constant, column, width: width)
    }
  }
}
