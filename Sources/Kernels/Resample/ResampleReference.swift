import KernelInterface

/// Every output element as one sum over all elements that it reads, in double precision.
@Sendable func referenceResample(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    let input = arguments.input + unit * depth.input * height.input * width.input
    let output = arguments.output + unit * depth.output * height.output * width.output
    for d in 0..<depth.output {
      for h in 0..<height.output {
        for w in 0..<width.output {
          var sum = 0.0
          for i in 0..<depth.count(d, arguments.depthTaps) {
            for j in 0..<height.count(h, arguments.heightTaps) {
              for k in 0..<width.count(w, arguments.widthTaps) {
                let z = depth.tap(d, i, arguments.depthTaps)
                let y = height.tap(h, j, arguments.heightTaps)
                let x = width.tap(w, k, arguments.widthTaps)
                let value = Double(input[(z.index * height.input + y.index) * width.input + x.index])
                sum += Double(z.weight) * Double(y.weight) * Double(x.weight) * value
              }
            }
          }
          output[(d * height.output + h) * width.output + w] = Float(sum)
        }
      }
    }
  }
}

/// Adds the gradient of every output element to each element that it reads, in the order of the outputs.
@Sendable func referenceResampleGradient(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  for unit in units {
    let upstream = arguments.input + unit * depth.output * height.output * width.output
    let gradient = arguments.output + unit * depth.input * height.input * width.input
    gradient.update(repeating: 0, count: depth.input * height.input * width.input)
    for d in 0..<depth.output {
      for h in 0..<height.output {
        for w in 0..<width.output {
          let value = upstream[(d * height.output + h) * width.output + w]
          for i in 0..<depth.count(d, arguments.depthTaps) {
            for j in 0..<height.count(h, arguments.heightTaps) {
              for k in 0..<width.count(w, arguments.widthTaps) {
                let z = depth.tap(d, i, arguments.depthTaps)
                let y = height.tap(h, j, arguments.heightTaps)
                let x = width.tap(w, k, arguments.widthTaps)
                gradient[(z.index * height.input + y.index) * width.input + x.index] +=
                  z.weight * y.weight * x.weight * value
              }
            }
          }
        }
      }
    }
  }
}

extension ResampleAxis {
  /// How many elements an output element reads; itself alone along an axis that does not change.
  @inline(__always)
  fileprivate func count(_ index: Int, _ taps: ResampleTaps) -> Int { isKept ? 1 : taps.count(index) }

  @inline(__always)
  fileprivate func tap(_ index: Int, _ tap: Int, _ taps: ResampleTaps) -> (index: Int, weight: Float) {
    isKept ? (index, 1) : (taps.first(index) + tap, taps.weight(index, tap))
  }
}
