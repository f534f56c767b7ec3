import KernelInterface

/// The mean of each window, whose borders divide the input evenly.
@Sendable func adaptiveAveragePool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    let output = arguments.output + unit * geometry.outputCount
    forEachPosition(geometry) { place, d, h, w in
      var sums = Lane()
      var sum: Float = 0
      forEachAdaptiveRow(geometry, d, h, w) { start, count in
        var i = 0
        while i + Lane.scalarCount <= count {
          sums += input.lane(start + i)
          i += Lane.scalarCount
        }
        while i < count {
          sum += input[start + i]
          i += 1
        }
      }
      output[place] = (sums.total + sum) / adaptiveCount(geometry, d, h, w)
    }
  }
}

@Sendable func referenceAdaptiveAveragePool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    forEachPosition(geometry) { place, d, h, w in
      var sum = 0.0
      forEachAdaptiveRow(geometry, d, h, w) { start, count in
        for i in start..<start + count { sum += Double(input[i]) }
      }
      let mean = Float(sum) / adaptiveCount(geometry, d, h, w)
      arguments.output[unit * geometry.outputCount + place] = mean
    }
  }
}

/// The gradient of each output, over the cells of its window, goes to each of them.
@Sendable func adaptiveAveragePoolGradient(_ arguments: PoolGradientArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let upstream = arguments.upstream + unit * geometry.outputCount
    let gradient = arguments.inputGradient + unit * geometry.inputCount
    gradient.update(repeating: 0, count: geometry.inputCount)
    forEachPosition(geometry) { place, d, h, w in
      let share = upstream[place] / adaptiveCount(geometry, d, h, w)
      forEachAdaptiveRow(geometry, d, h, w) { start, count in
        for i in start..<start + count { gradient[i] += share }
      }
    }
  }
}

@inline(__always)
private func adaptiveCount(_ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int) -> Float {
  let rows = length(geometry.depth.adaptiveCells(d)) * length(geometry.height.adaptiveCells(h))
  return Float(rows * length(geometry.width.adaptiveCells(w)))
}

/// Calls the body with the start and the length of every row of cells of an adaptive window.
@inline(__always)
func forEachAdaptiveRow(
  _ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int, _ body: (_ start: Int, _ count: Int) -> Void
) {
  let columns = geometry.width.adaptiveCells(w)
  for slice in geometry.depth.adaptiveCells(d) {
    for line in geometry.height.adaptiveCells(h) {
      let row = (slice * geometry.height.input + line) * geometry.width.input
      body(row + columns.lowerBound, length(columns))
    }
  }
}
