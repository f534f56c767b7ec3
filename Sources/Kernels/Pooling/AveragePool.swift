import KernelInterface

/// The sum of each window over its divisor.
@Sendable func averagePool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let output = arguments.output + unit * geometry.outputCount
    foldWindows(Sum.self, from: 0, arguments.input + unit * geometry.inputCount, output, geometry)
    forEachPosition(geometry) { place, d, h, w in
      output[place] /= arguments.divisor.value(geometry, d, h, w)
    }
  }
}

@Sendable func referenceAveragePool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    forEachPosition(geometry) { place, d, h, w in
      var sum: Float = 0
      forEachCell(geometry, d, h, w) { sum += input[$0] }
      arguments.output[unit * geometry.outputCount + place] = sum / arguments.divisor.value(geometry, d, h, w)
    }
  }
}

/// The gradient of each output, over its divisor, goes to every cell of its window.
@Sendable func averagePoolGradient(_ arguments: PoolGradientArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let upstream = arguments.upstream + unit * geometry.outputCount
    let gradient = arguments.inputGradient + unit * geometry.inputCount
    gradient.update(repeating: 0, count: geometry.inputCount)
    forEachPosition(geometry) { place, d, h, w in
      let share = upstream[place] / arguments.divisor.value(geometry, d, h, w)
      forEachCell(geometry, d, h, w) { gradient[$0] += share }
    }
  }
}

/// Calls the body with the place of every cell of the input that an undilated window reads.
@inline(__always)
func forEachCell(_ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int, _ body: (Int) -> Void) {
  let columns = geometry.width.cells(w)
  for slice in geometry.depth.cells(d) {
    for line in geometry.height.cells(h) {
      let row = (slice * geometry.height.input + line) * geometry.width.input
      for column in columns { body(row + column) }
    }
  }
}
