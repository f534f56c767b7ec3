import KernelInterface

/// Repeats a tensor along the axes whose step is 0, divided by a number.
@Sendable func spread(_ arguments: SpreadArguments, _ units: Range<Int>) {
  let axes = arguments.axes
  let inner = axes.count - 1
  let step = axes.leftStep(inner)
  let unitsPerRun = BroadcastArguments.unitsPerRun(axes)
  for unit in units {
    let run = unit / unitsPerRun
    let start = unit % unitsPerRun * BroadcastArguments.elementsPerUnit
    let input = arguments.input + (offsets(run, in: axes, first: inner).left + start * step)
    let output = arguments.output + (run * axes.size(inner) + start)
    forColumns(min(BroadcastArguments.elementsPerUnit, axes.size(inner) - start)) { column, width in
      let value = step == 0 ? Lane(repeating: input[0]) : input.lane(column, width: width)
      output.store(value / arguments.divisor, column, width: width)
    }
  }
}

@Sendable func referenceSpread(_ arguments: SpreadArguments, _ units: Range<Int>) {
  let axes = arguments.axes
  let length = axes.size(axes.count - 1)
  let unitsPerRun = BroadcastArguments.unitsPerRun(axes)
  for unit in units {
    let start = unit % unitsPerRun * BroadcastArguments.elementsPerUnit
    for i in start..<min(start + BroadcastArguments.elementsPerUnit, length) {
      let place = unit / unitsPerRun * length + i
      let input = offsets(place, in: axes, first: axes.count).left
      arguments.output[place] = arguments.input[input] / arguments.divisor
    }
  }
}
