import KernelInterface

/// Drops each element with a probability, and scales the others so that the expectation stays.
@Sendable func dropout(_ arguments: DropoutArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * DropoutArguments.elementsPerUnit, arguments.count)
  let threshold = UInt64(arguments.probability * 4_294_967_296)
  let scale = Float(1 / (1 - arguments.probability))
  let generator = Philox(key: arguments.key)
  var i = units.lowerBound * DropoutArguments.elementsPerUnit
  while i < end {
    let words = generator.words(UInt64(i / 4), arguments.run)
    for j in 0..<min(4, end - i) {
      arguments.output[i + j] = UInt64(words[j]) < threshold ? 0 : arguments.input[i + j] * scale
    }
    i += 4
  }
}

func makeRandomKernels() -> RandomKernels { RandomKernels(dropout: dropout) }
