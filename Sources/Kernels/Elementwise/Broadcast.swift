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
  let length = arguments.axes.size(inner)
  let leftStep = arguments.axes.leftStep(inner)
  let rightStep = arguments.axes.rightStep(inner)
  for unit in units {
    let (leftOffset, rightOffset) = offsets(unit, in: arguments.axes, first: inner)
    let left = arguments.left + leftOffset
    let right = arguments.right + rightOffset
    let output = arguments.output + unit * length
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

/// The sum over the reduced axes of the left tensor, times the right one when there is one, for each kept element.
@Sendable func sumOverAxes(_ arguments: ReductionArguments, _ units: Range<Int>) {
  let kept = arguments.kept
  let reduced = arguments.reduced
  let inner = reduced.count - 1
  let length = reduced.size(inner)
  let runs = reduced.iterations(ofFirst: inner)
  for unit in units {
    let base = offsets(unit, in: kept, first: kept.count)
    var sum = 0.0
    for run in 0..<runs {
      let place = offsets(run, in: reduced, first: inner)
      let left = arguments.left + (base.left + place.left)
      if let right = arguments.right {
        let other = right + (base.right + place.right)
        for i in 0..<length {
          sum += Double(left[i * reduced.leftStep(inner)]) * Double(other[i * reduced.rightStep(inner)])
        }
      } else {
        for i in 0..<length { sum += Double(left[i * reduced.leftStep(inner)]) }
      }
    }
    arguments.output[unit] = Float(sum)
  }
}
