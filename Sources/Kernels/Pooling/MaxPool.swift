import KernelInterface

/// The largest element of each window; NaN where the window has one, and -inf where it reads only padding.
@Sendable func maxPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    foldWindows(
      Maximum.self, from: -.infinity, arguments.input + unit * geometry.inputCount,
      arguments.output + unit * geometry.outputCount, geometry)
  }
}

@Sendable func referenceMaxPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    forEachPosition(geometry) { place, d, h, w in
      let largest = largestCell(input, geometry, d, h, w)
      arguments.output[unit * geometry.outputCount + place] = largest < 0 ? -.infinity : input[largest]
    }
  }
}

/// The gradient of each output goes to the largest cell of its window: the first one, or the last NaN.
@Sendable func maxPoolGradient(_ arguments: PoolGradientArguments, _ units: Range<Int>) {
  guard let forwardInput = arguments.input else { return }
  let geometry = arguments.geometry
  for unit in units {
    let input = forwardInput + unit * geometry.inputCount
    let upstream = arguments.upstream + unit * geometry.outputCount
    let gradient = arguments.inputGradient + unit * geometry.inputCount
    gradient.update(repeating: 0, count: geometry.inputCount)
    forEachPosition(geometry) { place, d, h, w in
      let largest = largestCell(input, geometry, d, h, w)
      if largest >= 0 { gradient[largest] += upstream[place] }
    }
  }
}

/// The place of the element that each output is: the first of the largest, or the last NaN.
@Sendable func maxPoolIndices(_ arguments: PoolIndexArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    let indices = arguments.indices + unit * geometry.outputCount
    forEachPosition(geometry) { place, d, h, w in indices[place] = Int64(largestCell(input, geometry, d, h, w)) }
  }
}

/// Calls the body for every output position with its place in the plane.
@inline(__always)
func forEachPosition(_ geometry: PoolGeometry, _ body: (_ place: Int, _ d: Int, _ h: Int, _ w: Int) -> Void) {
  var place = 0
  for d in 0..<geometry.depth.output {
    for h in 0..<geometry.height.output {
      for w in 0..<geometry.width.output {
        body(place, d, h, w)
        place += 1
      }
    }
  }
}

/// The place of the first largest cell of a window, or of its last NaN; -1 when it reads only padding.
@inline(__always)
private func largestCell(_ input: UnsafePointer<Float>, _ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int) -> Int {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let (slices, lines, columns) = (depth.offsets(inside: d), height.offsets(inside: h), width.offsets(inside: w))
  if slices.isEmpty || lines.isEmpty || columns.isEmpty { return -1 }
  var best = -1
  var largest = -Float.infinity
  for i in slices {
    for j in lines {
      let row = (depth.index(d, i) * height.input + height.index(h, j)) * width.input
      if best < 0 { best = row + width.index(w, columns.lowerBound) }
      for k in columns {
        let place = row + width.index(w, k)
        let isBetter = input[place] > largest || input[place] != input[place]
        best = isBetter ? place : best
        largest = isBetter ? input[place] : largest
      }
    }
  }
  return best
}
