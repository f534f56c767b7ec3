import KernelInterface

/// Folds the rows of the input that each output row reads: one pass for each offset of the window.
///
/// Every output starts at `start`, and meets its cells in the order of the window; padding is left out.
@inline(__always)
func foldWindows<F: BinaryFunction>(
  _: F.Type, from start: Float, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
  _ geometry: PoolGeometry
) {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  for d in 0..<depth.output {
    for h in 0..<height.output {
      let row = output + (d * height.output + h) * width.output
      row.update(repeating: start, count: width.output)
      for i in depth.offsets(inside: d) {
        let slice = input + depth.index(d, i) * height.input * width.input
        for j in height.offsets(inside: h) { foldRow(F.self, slice + height.index(h, j) * width.input, row, width) }
      }
    }
  }
}

/// Folds one input row into one output row.
@inline(__always)
private func foldRow<F: BinaryFunction>(
  _: F.Type, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ width: PoolAxis
) {
  for k in 0..<width.kernelSize {
    let positions = width.positions(inside: k)
    let shift = k * width.dilation - width.padBegin
    var w = positions.lowerBound
    if width.stride == 1 {
      while w + Lane.scalarCount <= positions.upperBound {
        output.store(F.value(input.lane(w + shift), output.lane(w)), w)
        w += Lane.scalarCount
      }
    } else if width.stride == 2 {
      while w + Lane.scalarCount < positions.upperBound {
        let pairs = input + (2 * w + shift)
        output.store(F.value(everySecond(pairs.lane(0), pairs.lane(Lane.scalarCount)), output.lane(w)), w)
        w += Lane.scalarCount
      }
    }
    while w < positions.upperBound {
      output[w] = F.referenceValue(input[w * width.stride + shift], output[w])
      w += 1
    }
  }
}

/// The elements with even indices of two vectors in a row.
@inline(__always)
private func everySecond(_ first: Lane, _ second: Lane) -> Lane {
  var result = Lane()
  result.lowHalf = first.evenHalf
  result.highHalf = second.evenHalf
  return result
}
