import KernelInterface

/// Writes weights `[outputs, inputs]` as panels of a tile's width, each `[inputs][width]`, the last one of whole lanes.
@Sendable func packLinear(_ arguments: LinearWeightArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  for unit in units {
    var output = unit * LinearSizes.outputsPerUnit
    let end = min(output + LinearSizes.outputsPerUnit, sizes.outputs)
    while output < end {
      let panel = arguments.packed + output * sizes.inputs
      let width = linearPanelWidth(sizes.outputs - output)
      let filled = min(width, end - output)
      var start = 0
      while start < sizes.inputs {
        let stop = min(start + 64, sizes.inputs)
        for j in 0..<width {
          let weights = arguments.weights + (output + j) * sizes.inputs
          for i in start..<stop { panel[i * width + j] = j < filled ? weights[i] : 0 }
        }
        start = stop
      }
      output += tileWidth
    }
  }
}

/// The columns of a panel when some outputs are left.
@inline(__always)
private func linearPanelWidth(_ left: Int) -> Int {
  min(tileWidth, left.groups(of: Lane.scalarCount) * Lane.scalarCount)
}

/// Multiplies each block of rows with the panels of its outputs, which are read once and in order.
@Sendable func linear(_ arguments: LinearArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  let blocks = sizes.outputs.groups(of: LinearSizes.outputsPerUnit)
  for unit in units {
    let row = unit / blocks * LinearSizes.rowsPerUnit
    let rows = min(LinearSizes.rowsPerUnit, sizes.rows - row)
    var output = unit % blocks * LinearSizes.outputsPerUnit
    let end = min(output + LinearSizes.outputsPerUnit, sizes.outputs)
    while output < end {
      multiplyPanel(arguments, row, rows, output, min(tileWidth, end - output))
      output += tileWidth
    }
  }
}

/// All rows of a unit by one panel; part by part of the sum when there are enough rows to keep the part near.
@inline(__always)
private func multiplyPanel(_ arguments: LinearArguments, _ row: Int, _ rows: Int, _ output: Int, _ columns: Int) {
  let sizes = arguments.sizes
  let width = linearPanelWidth(sizes.outputs - output)
  let panel = arguments.weights + output * sizes.inputs
  let buffer = arguments.scratch.assumingMemoryBound(to: Float.self)
  let part = rows <= tileRows ? sizes.inputs : PackedPart.depth
  let bias = arguments.bias.map { $0 + output }
  var step = 0
  repeat {
    let steps = min(part, sizes.inputs - step)
    var i = 0
    while i < rows {
      let factors: TileFactors = (
        arguments.input + (row + i) * sizes.inputs + step, sizes.inputs, 1, panel + step * width,
        (width, nil), steps, oneRun
      )
      multiplyTile(
        rows: min(tileRows, rows - i), columns: columns, factors,
        into: arguments.output + (row + i) * sizes.outputs + output, row: sizes.outputs,
        from: (nil, step == 0 ? bias : nil, step > 0), buffer: buffer)
      i += tileRows
    }
    step += steps
  } while step < sizes.inputs
}

/// The weights as they are.
@Sendable func referencePackLinear(_ arguments: LinearWeightArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  for i in share(units, of: sizes.packUnits, sizes.outputs * sizes.inputs) {
    arguments.packed[i] = arguments.weights[i]
  }
}

@Sendable func referenceLinear(_ arguments: LinearArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  for index in share(units, of: sizes.units, sizes.rows * sizes.outputs) {
    let (row, output) = (index / sizes.outputs, index % sizes.outputs)
    var sum = Double(arguments.bias?[output] ?? 0)
    for i in 0..<sizes.inputs {
      sum += Double(arguments.input[row * sizes.inputs + i]) * Double(arguments.weights[output * sizes.inputs + i])
    }
    arguments.output[index] = Float(sum)
  }
}
