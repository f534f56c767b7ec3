import KernelInterface

/// The places in two tensors where an iteration over the first axes stands.
@inline(__always)
func offsets(_ iteration: Int, in axes: PairedAxes, first count: Int) -> (left: Int, right: Int) {
  var rest = iteration
  var left = 0
  var right = 0
  var axis = count - 1
  while axis >= 0 {
    let size = axes.size(axis)
    let index = rest % size
    rest /= size
    left += index * axes.leftStep(axis)
    right += index * axes.rightStep(axis)
    axis -= 1
  }
  return (left, right)
}

/// A function of two tensors that are repeated where their step is 0.
@inline(__always)
func applyBroadcast<F: BinaryFunction>(_: F.Type, _ arguments: BroadcastArguments, _ units: Range<Int>) {
  let inner = arguments.axes.count - 1
  let leftStep = arguments.axes.leftStep(inner)
  let rightStep = arguments.axes.rightStep(inner)
  let unitsPerRun = BroadcastArguments.unitsPerRun(arguments.axes)
  for unit in units {
    let run = unit / unitsPerRun
    let start = unit % unitsPerRun * BroadcastArguments.elementsPerUnit
    let length = min(BroadcastArguments.elementsPerUnit, arguments.axes.size(inner) - start)
    let (leftOffset, rightOffset) = offsets(run, in: arguments.axes, first: inner)
    let left = arguments.left + (leftOffset + start * leftStep)
    let right = arguments.right + (rightOffset + start * rightStep)
    let output = arguments.output + (run * arguments.axes.size(inner) + start)
    var i = 0
    while i + Lane.scalarCount <= length {
      let a = leftStep == 0 ? Lane(repeating: left[0]) : left.lane(i)
      let b = rightStep == 0 ? Lane(repeating: right[0]) : right.lane(i)
      output.store(F.value(a, b), i)
      i += Lane.scalarCount
    }
    while i < length {
      output[i] = F.referenceValue(left[i * leftStep], right[i * rightStep])
      i += 1
    }
  }
}

/// The definition, one element at a time.
@inline(__always)
func applyBroadcastReference<F: BinaryFunction>(_: F.Type, _ arguments: BroadcastArguments, _ units: Range<Int>) {
  let axes = arguments.axes
  let length = axes.size(axes.count - 1)
  let unitsPerRun = BroadcastArguments.unitsPerRun(axes)
  for unit in units {
    let start = unit % unitsPerRun * BroadcastArguments.elementsPerUnit
    let end = min(start + BroadcastArguments.elementsPerUnit, length)
    for i in start..<end {
      let place = unit / unitsPerRun * length + i
      let (left, right) = offsets(place, in: axes, first: axes.count)
      arguments.output[place] = F.referenceValue(arguments.left[left], arguments.right[right])
    }
  }
}
