import KernelInterface

/// Reads every output element from one input element, or between the two to eight around it.
@Sendable func resample(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    let input = arguments.input + unit * depth.input * height.input * width.input
    var output = arguments.output + unit * depth.output * height.output * width.output
    for d in 0..<depth.output {
      for h in 0..<height.output {
        if arguments.rule.isNearest {
          let row = input + (depth.nearest(d) * height.input + height.nearest(h)) * width.input
          for w in 0..<width.output { output[w] = row[width.nearest(w)] }
        } else {
          interpolateRow(arguments, input, depth.place(d, arguments.rule), height.place(h, arguments.rule), output)
        }
        output += width.output
      }
    }
  }
}

/// Adds the gradient of every output element to the elements it was read from, in the order of the outputs.
@Sendable func resampleGradient(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    var upstream = arguments.input + unit * depth.output * height.output * width.output
    let gradient = arguments.output + unit * depth.input * height.input * width.input
    gradient.update(repeating: 0, count: depth.input * height.input * width.input)
    for d in 0..<depth.output {
      for h in 0..<height.output {
        if arguments.rule.isNearest {
          let row = gradient + (depth.nearest(d) * height.input + height.nearest(h)) * width.input
          for w in 0..<width.output { row[width.nearest(w)] += upstream[w] }
        } else {
          spreadRow(arguments, upstream, depth.place(d, arguments.rule), height.place(h, arguments.rule), gradient)
        }
        upstream += width.output
      }
    }
  }
}

/// One output row between the (up to) four input rows around it.
private func interpolateRow(
  _ arguments: ResampleArguments, _ input: UnsafePointer<Float>, _ slice: ResamplePlace, _ line: ResamplePlace,
  _ output: UnsafeMutablePointer<Float>
) {
  let (height, width) = (arguments.height, arguments.width)
  let near = input + slice.first * height.input * width.input
  let far = input + slice.second * height.input * width.input
  for w in 0..<width.output {
    let column = width.place(w, arguments.rule)
    let nearValue = interpolate(near, width.input, line, column)
    let isFlat = slice.first == slice.second
    output[w] = isFlat ? nearValue : mix(nearValue, interpolate(far, width.input, line, column), slice.share)
  }
}

/// Adds the gradient of one output row to the (up to) four input rows it was read from.
private func spreadRow(
  _ arguments: ResampleArguments, _ upstream: UnsafePointer<Float>, _ slice: ResamplePlace, _ line: ResamplePlace,
  _ gradient: UnsafeMutablePointer<Float>
) {
  let (height, width) = (arguments.height, arguments.width)
  for w in 0..<width.output {
    let column = width.place(w, arguments.rule)
    for corner in 0..<8 {
      let (z, zShare) = end(slice, corner >> 2)
      let (y, yShare) = end(line, corner >> 1 & 1)
      let (x, xShare) = end(column, corner & 1)
      let share = zShare * yShare * xShare
      if share != 0 { gradient[(z * height.input + y) * width.input + x] += share * upstream[w] }
    }
  }
}

/// The value between four elements of one slice.
@inline(__always)
private func interpolate(
  _ slice: UnsafePointer<Float>, _ stride: Int, _ line: ResamplePlace, _ column: ResamplePlace
) -> Float {
  let upper = slice + line.first * stride
  let lower = slice + line.second * stride
  let upperValue = mix(upper[column.first], upper[column.second], column.share)
  return line.first == line.second
    ? upperValue : mix(upperValue, mix(lower[column.first], lower[column.second], column.share), line.share)
}

@inline(__always)
private func mix(_ first: Float, _ second: Float, _ share: Float) -> Float { (1 - share) * first + share * second }

/// One of the two input indices with its share.
@inline(__always)
private func end(_ place: ResamplePlace, _ which: Int) -> (index: Int, share: Float) {
  which == 0 ? (place.first, 1 - place.share) : (place.second, place.share)
}

func makeResampleKernels() -> ResampleKernels {
  ResampleKernels(resample: resample, resampleGradient: resampleGradient)
}
