import KernelInterface

/// Resamples planes axis by axis: slices are mixed, then rows stretched as they are needed, then rows mixed.
@Sendable func resample(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  let rows = arguments.scratch.assumingMemoryBound(to: Float.self)
  let mixed = rows + height.tapLimit * width.output
  let inputSlice = height.input * width.input
  for unit in units {
    let input = arguments.input + unit * depth.input * inputSlice
    let output = arguments.output + unit * depth.output * height.output * width.output
    for slice in 0..<depth.output {
      let target = output + slice * height.output * width.output
      if depth.isKept {
        resampleSlice(arguments, input + slice * inputSlice, target, rows)
      } else {
        let taps = arguments.depthTaps
        for tap in 0..<taps.count(slice) {
          let source = input + (taps.first(slice) + tap) * inputSlice
          addRow(source, times: taps.weight(slice, tap), to: mixed, inputSlice, isFirst: tap == 0)
        }
        resampleSlice(arguments, mixed, target, rows)
      }
    }
  }
}

/// Adds the gradient of every output element to the input elements that it was read from, axis by axis.
@Sendable func resampleGradient(_ arguments: ResampleArguments, _ units: Range<Int>) {
  let (depth, height, width) = (arguments.depth, arguments.height, arguments.width)
  let rows = arguments.scratch.assumingMemoryBound(to: Float.self)
  let mixed = rows + height.tapLimit * width.output
  let inputSlice = height.input * width.input
  for unit in units {
    let upstream = arguments.input + unit * depth.output * height.output * width.output
    let gradient = arguments.output + unit * depth.input * inputSlice
    if !depth.isKept { gradient.update(repeating: 0, count: depth.input * inputSlice) }
    for slice in 0..<depth.output {
      let source = upstream + slice * height.output * width.output
      if depth.isKept {
        spreadSlice(arguments, source, gradient + slice * inputSlice, rows)
      } else {
        spreadSlice(arguments, source, mixed, rows)
        let taps = arguments.depthTaps
        for tap in 0..<taps.count(slice) {
          let target = gradient + (taps.first(slice) + tap) * inputSlice
          addRow(mixed, times: taps.weight(slice, tap), to: target, inputSlice, isFirst: false)
        }
      }
    }
  }
}

/// Resamples one slice. Each input row is stretched once, into one of as many rows as an output row reads.
private func resampleSlice(
  _ arguments: ResampleArguments, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
  _ rows: UnsafeMutablePointer<Float>
) {
  let (height, width) = (arguments.height, arguments.width)
  if height.isKept {
    for row in 0..<height.output {
      stretchRow(arguments, input + row * width.input, output + row * width.output)
    }
    return
  }
  let taps = arguments.heightTaps
  var stretched = 0
  for row in 0..<height.output {
    let (first, count) = (taps.first(row), taps.count(row))
    stretched = max(stretched, first)
    while stretched < first + count {
      if !width.isKept {
        stretchRow(arguments, input + stretched * width.input, rows + stretched % height.tapLimit * width.output)
      }
      stretched += 1
    }
    let target = output + row * width.output
    for tap in 0..<count {
      let place = first + tap
      let source =
        width.isKept ? input + place * width.input : UnsafePointer(rows + place % height.tapLimit * width.output)
      if height.tapLimit == 1 {
        copyCells(source, target, width.output)
      } else {
        addRow(source, times: taps.weight(row, tap), to: target, width.output, isFirst: tap == 0)
      }
    }
  }
}

/// The gradient by one slice, written whole. The gradient by a stretched row is gathered from all output rows that read
/// it, then given to the input row.
private func spreadSlice(
  _ arguments: ResampleArguments, _ upstream: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>,
  _ rows: UnsafeMutablePointer<Float>
) {
  let (height, width) = (arguments.height, arguments.width)
  gradient.update(repeating: 0, count: height.input * width.input)
  if height.isKept {
    for row in 0..<height.output {
      spreadRow(arguments, upstream + row * width.output, gradient + row * width.input)
    }
    return
  }
  let taps = arguments.heightTaps
  var (finished, begun) = (0, 0)
  for row in 0..<height.output {
    let (first, count) = (taps.first(row), taps.count(row))
    while finished < min(first, begun) {
      finishRow(arguments, finished, rows, gradient)
      finished += 1
    }
    finished = max(finished, first)
    begun = max(begun, first)
    while begun < first + count {
      if !width.isKept { clearCells(rows + begun % height.tapLimit * width.output, width.output) }
      begun += 1
    }
    for tap in 0..<count {
      let place = first + tap
      let target = width.isKept ? gradient + place * width.input : rows + place % height.tapLimit * width.output
      addRow(
        upstream + row * width.output, times: taps.weight(row, tap), to: target, width.output, isFirst: false)
    }
  }
  while finished < begun {
    finishRow(arguments, finished, rows, gradient)
    finished += 1
  }
}

/// Gives the gradient by a stretched row to its input row.
@inline(__always)
private func finishRow(
  _ arguments: ResampleArguments, _ row: Int, _ rows: UnsafeMutablePointer<Float>,
  _ gradient: UnsafeMutablePointer<Float>
) {
  let (height, width) = (arguments.height, arguments.width)
  if width.isKept { return }
  spreadRow(arguments, rows + row % height.tapLimit * width.output, gradient + row * width.input)
}
