import KernelInterface

/// Replaces each element with a probability, and scales and shifts the others.
@Sendable func dropout(_ arguments: DropoutArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * DropoutArguments.elementsPerUnit, arguments.count)
  let threshold = dropThreshold(arguments.probability)
  let outcome = arguments.outcome
  let generator = Philox(key: arguments.key)
  var i = units.lowerBound * DropoutArguments.elementsPerUnit
  while i < end {
    let words = generator.words(UInt64(i / 4), arguments.run)
    for j in 0..<min(4, end - i) {
      let kept = arguments.input[i + j] * outcome.scale + outcome.shift
      arguments.output[i + j] = UInt64(words[j]) < threshold ? outcome.replacement : kept
    }
    i += 4
  }
}

/// Sets each group of elements to 0 with a probability, and scales the others.
@Sendable func groupDropout(_ arguments: GroupDropoutArguments, _ units: Range<Int>) {
  let unitsPerGroup = GroupDropoutArguments.unitsPerGroup(arguments.groupLength)
  let threshold = dropThreshold(arguments.probability)
  let generator = Philox(key: arguments.key)
  for unit in units {
    let group = unit / unitsPerGroup
    let first = unit % unitsPerGroup * GroupDropoutArguments.elementsPerUnit
    let count = min(GroupDropoutArguments.elementsPerUnit, arguments.groupLength - first)
    let start = group * arguments.groupLength + first
    let output = arguments.output + start
    if UInt64(generator.words(UInt64(group / 4), arguments.run)[group % 4]) < threshold {
      output.update(repeating: 0, count: count)
    } else {
      let input = arguments.input + start
      forColumns(count) { column, width in
        output.store(input.lane(column, width: width) * arguments.scale, column, width: width)
      }
    }
  }
}

/// A word of the generator below it drops what it decides about.
@inline(__always)
private func dropThreshold(_ probability: Double) -> UInt64 { UInt64(probability * 4_294_967_296) }

func makeRandomKernels() -> RandomKernels { RandomKernels(dropout: dropout, groupDropout: groupDropout) }
