import KernelInterface

/// Pads planes: every output element is an input element, or the constant.
@Sendable func pad(_ arguments: PadArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    let input = arguments.input + unit * depth.input * height.input * width.input
    var output = arguments.output + unit * depth.output * height.output * width.output
    for d in 0..<depth.output {
      let slice = depth.source(of: d, arguments.rule)
      for h in 0..<height.output {
        let row = height.source(of: h, arguments.rule)
        if slice < 0 || row < 0 {
          output.update(repeating: arguments.value, count: width.output)
        } else {
          padRow(input + (slice * height.input + row) * width.input, output, width, arguments)
        }
        output += width.output
      }
    }
  }
}

/// Sums the gradient of every output element into the input element that it copies, in the order of the outputs.
@Sendable func padGradient(_ arguments: PadArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    var upstream = arguments.input + unit * depth.output * height.output * width.output
    let gradient = arguments.output + unit * depth.input * height.input * width.input
    gradient.update(repeating: 0, count: depth.input * height.input * width.input)
    for d in 0..<depth.output {
      let slice = depth.source(of: d, arguments.rule)
      for h in 0..<height.output {
        let row = height.source(of: h, arguments.rule)
        if slice >= 0 && row >= 0 {
          let target = gradient + (slice * height.input + row) * width.input
          for w in 0..<width.output {
            let column = width.source(of: w, arguments.rule)
            if column >= 0 { target[column] += upstream[w] }
          }
        }
        upstream += width.output
      }
    }
  }
}

@inline(__always)
private func padRow(
  _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ width: PadAxis, _ arguments: PadArguments
) {
  (output + width.begin).update(from: input, count: width.input)
  for w in 0..<width.begin {
    let column = width.source(of: w, arguments.rule)
    output[w] = column < 0 ? arguments.value : input[column]
  }
  for w in width.begin + width.input..<width.output {
    let column = width.source(of: w, arguments.rule)
    output[w] = column < 0 ? arguments.value : input[column]
  }
}

extension PadAxis {
  /// The input index that an output index copies; -1 for the constant.
  @inline(__always)
  fileprivate func source(of index: Int, _ rule: PadRule) -> Int {
    let place = index - begin
    if place >= 0 && place < input { return place }
    switch rule {
    case .constant: return -1
    case .replicate: return place < 0 ? 0 : input - 1
    case .circular: return place < 0 ? place + input : place - input
    case .reflect: return place < 0 ? -place : 2 * (input - 1) - place
    }
  }
}
