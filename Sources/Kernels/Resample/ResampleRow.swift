import KernelInterface

/// `target = source * weight` for the first of several, and `target += source * weight` for the others.
@inline(__always)
func addRow(
  _ source: UnsafePointer<Float>, times weight: Float, to target: UnsafeMutablePointer<Float>, _ count: Int,
  isFirst: Bool
) {
  let factor = Lane(repeating: weight)
  var i = 0
  while i + Lane.scalarCount <= count {
    let sum = isFirst ? source.lane(i) * factor : source.lane(i).multiplied(by: factor, adding: target.lane(i))
    target.store(sum, i)
    i += Lane.scalarCount
  }
  while i < count {
    target[i] = isFirst ? source[i] * weight : target[i] + source[i] * weight
    i += 1
  }
}

/// Resamples one row along its width.
func stretchRow(
  _ arguments: ResampleArguments, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>
) {
  let width = arguments.width
  if width.isKept {
    copyCells(input, output, width.output)
  } else if width.isDoubled {
    doubleRow(input, output, width.input)
  } else {
    let taps = arguments.widthTaps
    for i in 0..<width.output {
      let cells = input + taps.first(i)
      if width.tapLimit == 1 {
        output[i] = cells[0]
      } else {
        var sum = cells[0] * taps.weight(i, 0)
        for tap in 1..<max(taps.count(i), 1) { sum += cells[tap] * taps.weight(i, tap) }
        output[i] = sum
      }
    }
  }
}

/// Adds the gradient of a resampled row to that of the row.
func spreadRow(
  _ arguments: ResampleArguments, _ upstream: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>
) {
  let width = arguments.width
  if width.isKept {
    addRow(upstream, times: 1, to: gradient, width.output, isFirst: false)
  } else if width.isDoubled {
    addPairs(upstream, gradient, width.input)
  } else {
    let taps = arguments.widthTaps
    for i in 0..<width.output {
      let cells = gradient + taps.first(i)
      for tap in 0..<taps.count(i) { cells[tap] += upstream[i] * taps.weight(i, tap) }
    }
  }
}

/// Writes every element twice.
@inline(__always)
private func doubleRow(_ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i + 4 <= count {
    let cells = UnsafeRawPointer(input + i).loadUnaligned(as: SIMD4<Float>.self)
    var pairs = SIMD8<Float>()
    pairs.evenHalf = cells
    pairs.oddHalf = cells
    UnsafeMutableRawPointer(output + 2 * i).storeBytes(of: pairs, as: SIMD8<Float>.self)
    i += 4
  }
  while i < count {
    output[2 * i] = input[i]
    output[2 * i + 1] = input[i]
    i += 1
  }
}

/// Adds the sum of every two neighbours.
@inline(__always)
private func addPairs(_ upstream: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i + 4 <= count {
    let pairs = UnsafeRawPointer(upstream + 2 * i).loadUnaligned(as: SIMD8<Float>.self)
    let cells = UnsafeRawPointer(gradient + i).loadUnaligned(as: SIMD4<Float>.self)
    UnsafeMutableRawPointer(gradient + i).storeBytes(
      of: cells + pairs.evenHalf + pairs.oddHalf, as: SIMD4<Float>.self)
    i += 4
  }
  while i < count {
    gradient[i] += upstream[2 * i]
    gradient[i] += upstream[2 * i + 1]
    i += 1
  }
}
