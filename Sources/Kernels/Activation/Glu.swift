import Glibc
import KernelInterface

/// The first half of each row times the logistic function of the second.
@Sendable func glu(_ arguments: GateArguments, _ units: Range<Int>) {
  forEachPiece(units, arguments.length) { row, start, count in
    let values = arguments.input + (row * 2 * arguments.length + start)
    let gates = values + arguments.length
    let output = arguments.output + (row * arguments.length + start)
    forColumns(count) { column, width in
      let gate = logistic(gates.lane(column, width: width))
      output.store(values.lane(column, width: width) * gate, column, width: width)
    }
  }
}

/// The gradients by both halves of each row.
@Sendable func gluGradient(_ arguments: GateGradientArguments, _ units: Range<Int>) {
  let length = arguments.length
  forEachPiece(units, length) { row, start, count in
    let upstream = arguments.upstream + (row * length + start)
    let values = arguments.input + (row * 2 * length + start)
    let gates = values + length
    let gradient = arguments.inputGradient + (row * 2 * length + start)
    forColumns(count) { column, width in
      let gate = logistic(gates.lane(column, width: width))
      let flow = upstream.lane(column, width: width) * gate
      gradient.store(flow, column, width: width)
      let slope = values.lane(column, width: width) * (1 - gate)
      gradient.store(flow * slope, length + column, width: width)
    }
  }
}

@Sendable func referenceGlu(_ arguments: GateArguments, _ units: Range<Int>) {
  forEachPiece(units, arguments.length) { row, start, count in
    for i in start..<start + count {
      let place = row * 2 * arguments.length + i
      let gate = 1 / (1 + exp(-Double(arguments.input[place + arguments.length])))
      arguments.output[row * arguments.length + i] = Float(Double(arguments.input[place]) * gate)
    }
  }
}

@Sendable func referenceGluGradient(_ arguments: GateGradientArguments, _ units: Range<Int>) {
  forEachPiece(units, arguments.length) { row, start, count in
    for i in start..<start + count {
      let place = row * 2 * arguments.length + i
      let gate = 1 / (1 + exp(-Double(arguments.input[place + arguments.length])))
      let flow = Double(arguments.upstream[row * arguments.length + i]) * gate
      arguments.inputGradient[place] = Float(flow)
      arguments.inputGradient[place + arguments.length] = Float(flow * Double(arguments.input[place]) * (1 - gate))
    }
  }
}

/// Calls the body with the row, the first element and the number of elements of each unit.
@inline(__always)
private func forEachPiece(_ units: Range<Int>, _ length: Int, _ body: (_ row: Int, _ start: Int, _ count: Int) -> Void)
{
  let unitsPerRow = length.groups(of: GateArguments.elementsPerUnit)
  for unit in units {
    let start = unit % unitsPerRow * GateArguments.elementsPerUnit
    body(unit / unitsPerRow, start, min(GateArguments.elementsPerUnit, length - start))
  }
}
