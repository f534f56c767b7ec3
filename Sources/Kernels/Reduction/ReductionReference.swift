import KernelInterface

/// The sum over the reduced axes of the left tensor, times the right one when there is one, in double precision.
@Sendable func referenceSum(_ arguments: ReductionArguments, _ units: Range<Int>) {
  for unit in units {
    var sum = 0.0
    forEachReduced(arguments, unit) { left, right in
      sum += Double(arguments.left[left]) * Double(arguments.right?[right] ?? 1)
    }
    arguments.output[unit] = Float(sum / Double(arguments.divisor))
  }
}

/// The largest or smallest element over the reduced axes.
@inline(__always)
func referenceExtreme<E: Extreme>(_: E.Type, _ arguments: ReductionArguments, _ units: Range<Int>) {
  for unit in units {
    var result = E.neutral
    forEachReduced(arguments, unit) { left, _ in result = E.referenceValue(result, arguments.left[left]) }
    arguments.output[unit] = result
  }
}

/// Calls the body with the places in both tensors of all elements that one output is folded from.
@inline(__always)
private func forEachReduced(_ arguments: ReductionArguments, _ unit: Int, _ body: (_ left: Int, _ right: Int) -> Void) {
  let reduced = arguments.reduced
  let base = offsets(unit, in: arguments.kept, first: arguments.kept.count)
  for run in 0..<reduced.iterations(ofFirst: reduced.count) {
    let place = offsets(run, in: reduced, first: reduced.count)
    body(base.left + place.left, base.right + place.right)
  }
}

@Sendable func referenceArgmax(_ arguments: ArgmaxArguments, _ units: Range<Int>) {
  for unit in units {
    for column in 0..<arguments.inner {
      let input = arguments.input + (unit * arguments.length * arguments.inner + column)
      var best = 0
      for i in 1..<max(1, arguments.length) {
        let (value, largest) = (input[i * arguments.inner], input[best * arguments.inner])
        if largest == largest, value > largest || value != value { best = i }
      }
      arguments.output[unit * arguments.inner + column] = Int64(best)
    }
  }
}
