import Glibc
import KernelInterface

/// The `norm`-th root of the sum of the `norm`-th powers of each window; a window that reaches beyond the input counts
/// its mean for the cells that it lacks.
@Sendable func powerPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let norm = Float(arguments.norm)
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    let output = arguments.output + unit * geometry.outputCount
    if norm == 1 {
      foldWindows(Sum.self, from: 0, input, output, geometry)
    } else if norm == 2 {
      foldWindows(SquareSum.self, from: 0, input, output, geometry)
    } else {
      forEachPosition(geometry) { place, d, h, w in
        var sum: Float = 0
        forEachCell(geometry, d, h, w) { sum += powf(input[$0], norm) }
        output[place] = sum
      }
    }
    forEachPosition(geometry) { place, d, h, w in
      output[place] = root(output[place] * geometry.overhang(d, h, w), norm)
    }
  }
}

@Sendable func referencePowerPool(_ arguments: PoolArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  for unit in units {
    let input = arguments.input + unit * geometry.inputCount
    forEachPosition(geometry) { place, d, h, w in
      var sum = 0.0
      forEachCell(geometry, d, h, w) { sum += pow(Double(input[$0]), arguments.norm) }
      let mean = sum * Double(geometry.overhang(d, h, w))
      arguments.output[unit * geometry.outputCount + place] = Float(pow(mean, 1 / arguments.norm))
    }
  }
}

/// Each cell of a window gets `sum^(1 / norm - 1) * x^(norm - 1)` of the gradient; none does where the sum is 0.
@Sendable func powerPoolGradient(_ arguments: PoolGradientArguments, _ units: Range<Int>) {
  guard let forwardInput = arguments.input else { return }
  let geometry = arguments.geometry
  let norm = arguments.norm
  for unit in units {
    let input = forwardInput + unit * geometry.inputCount
    let upstream = arguments.upstream + unit * geometry.outputCount
    let gradient = arguments.inputGradient + unit * geometry.inputCount
    gradient.update(repeating: 0, count: geometry.inputCount)
    forEachPosition(geometry) { place, d, h, w in
      var sum = 0.0
      forEachCell(geometry, d, h, w) { sum += pow(Double(input[$0]), norm) }
      if sum == 0 { return }
      let overhang = Double(geometry.overhang(d, h, w))
      let share = Double(upstream[place]) * overhang * pow(sum * overhang, 1 / norm - 1)
      forEachCell(geometry, d, h, w) { gradient[$0] += Float(share * pow(Double(input[$0]), norm - 1)) }
    }
  }
}

/// The right one plus the square of the left one.
private enum SquareSum: BinaryFunction {
  @inline(__always) static func value(_ left: Lane, _ right: Lane) -> Lane {
    left.multiplied(by: left, adding: right)
  }
  @inline(__always) static func referenceValue(_ left: Float, _ right: Float) -> Float { left * left + right }
}

@inline(__always)
private func root(_ x: Float, _ norm: Float) -> Float {
  if norm == 1 { return x }
  return norm == 2 ? x.squareRoot() : powf(x, 1 / norm)
}

extension PoolGeometry {
  /// The cells of a window over those of them inside the input.
  @inline(__always)
  fileprivate func overhang(_ d: Int, _ h: Int, _ w: Int) -> Float {
    let cells = depth.kernelSize * height.kernelSize * width.kernelSize
    return Float(cells) / PoolDivisor.windowWithPadding.value(self, d, h, w)
  }
}
