import KernelInterface

/// The largest element of each window, whose borders divide the input evenly; NaN where the window has one.
@Sendable func adaptiveMaxPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    let output = arguments.output + unit * geometry.outputCount
    forEachPosition(geometry) { place, d, h, w in
      var lanes = Lane(repeating: -.infinity)
      var largest = -Float.infinity
      forEachAdaptiveRow(geometry, d, h, w) { start, count in
        var i = 0
        while i + Lane.scalarCount <= count {
          lanes = lanes.maximum(input.lane(start + i))
          i += Lane.scalarCount
        }
        while i < count {
          largest = Maximum.referenceValue(input[start + i], largest)
          i += 1
        }
      }
      for i in 0..<Lane.scalarCount { largest = Maximum.referenceValue(lanes[i], largest) }
      output[place] = largest
    }
  }
}

@Sendable func referenceAdaptiveMaxPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    forEachPosition(geometry) { place, d, h, w in
      arguments.output[unit * geometry.outputCount + place] = input[largestAdaptiveCell(input, geometry, d, h, w)]
    }
  }
}

/// The gradient of each output goes to the largest cell of its window: the first one, or the last NaN.
@Sendable func adaptiveMaxPoolGradient(_ arguments: PoolGradientArguments, _ units: Range<Int>) {
  guard let forwardInput = arguments.input else { return }
  let geometry = arguments.geometry
  for unit in units {
    let input = forwardInput + unit * geometry.inputCount
    let upstream = arguments.upstream + unit * geometry.outputCount
    let gradient = arguments.inputGradient + unit * geometry.inputCount
    gradient.update(repeating: 0, count: geometry.inputCount)
    forEachPosition(geometry) { place, d, h, w in
      gradient[largestAdaptiveCell(input, geometry, d, h, w)] += upstream[place]
    }
  }
}

/// The place of the first largest cell of an adaptive window, or of its last NaN.
@inline(__always)
private func largestAdaptiveCell(
  _ input: UnsafePointer<Float>, _ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int
) -> Int {
  var best = -1
  var largest = -Float.infinity
  forEachAdaptiveRow(geometry, d, h, w) { start, count in
    if best < 0 { best = start }
    for place in start..<start + count {
      let isBetter = input[place] > largest || input[place] != input[place]
      best = isBetter ? place : best
      largest = isBetter ? input[place] : largest
    }
  }
  return best
}
