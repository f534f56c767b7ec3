import KernelInterface

/// Applies a function to each element; without one, copies.
@Sendable func activateBlocks(_ arguments: BlockedElementsArguments, _ units: Range<Int>) {
  let activation = arguments.activation
  forEachPixel(arguments, units) { x, _ in activated(x, activation) }
}

@Sendable func addBlocks(_ arguments: BlockedElementsArguments, _ units: Range<Int>) {
  let activation = arguments.activation
  forEachPixel(arguments, units) { x, y in activated(x + y, activation) }
}

@Sendable func multiplyBlocks(_ arguments: BlockedElementsArguments, _ units: Range<Int>) {
  let activation = arguments.activation
  forEachPixel(arguments, units) { x, y in activated(x * y, activation) }
}

/// Multiplies every pixel with the one pixel of the other operand.
@Sendable func multiplyBlockChannels(_ arguments: BlockedElementsArguments, _ units: Range<Int>) {
  guard let other = arguments.other else { return }
  let sizes = arguments.sizes
  for unit in units {
    let (image, block) = (unit / sizes.blocks, unit % sizes.blocks)
    let first = block * sizes.pixels * Lane.scalarCount
    let input = arguments.input.start + image * arguments.input.imageStride + first
    let output = arguments.output.start + image * arguments.output.imageStride + first
    let factor = other.start.lane(image * other.imageStride + block * Lane.scalarCount)
    for pixel in 0..<sizes.pixels {
      let product = input.lane(pixel * Lane.scalarCount) * factor
      output.store(activated(product, arguments.activation), pixel * Lane.scalarCount)
    }
  }
}

/// Multiplies each channel by a factor and adds a summand.
@Sendable func normalizeBlocks(_ arguments: BlockedNormalizationArguments, _ units: Range<Int>) {
  let elements = arguments.elements
  let sizes = elements.sizes
  for unit in units {
    let (image, block) = (unit / sizes.blocks, unit % sizes.blocks)
    let first = block * sizes.pixels * Lane.scalarCount
    let input = elements.input.start + image * elements.input.imageStride + first
    let output = elements.output.start + image * elements.output.imageStride + first
    let factor = arguments.factors.lane(block * Lane.scalarCount)
    let summand = arguments.factors.lane((sizes.blocks + block) * Lane.scalarCount)
    for pixel in 0..<sizes.pixels {
      let x = input.lane(pixel * Lane.scalarCount).multiplied(by: factor, adding: summand)
      output.store(activated(x, elements.activation), pixel * Lane.scalarCount)
    }
  }
}

/// Writes a factor for every channel and then a summand for every channel; 0 for channels after the last.
@Sendable func writeNormalizationFactors(_ arguments: NormalizationFactorArguments, _ units: Range<Int>) {
  let count = arguments.channels.groups(of: arguments.width) * arguments.width
  for channel in 0..<count {
    let isChannel = channel < arguments.channels
    let folded = FoldedWeights(
      weights: UnsafePointer(arguments.factors), bias: nil, normalization: arguments.normalization)
    let factors: (scale: Double, bias: Float) = isChannel ? rowFactors(folded, channel) : (0, 0)
    arguments.factors[channel] = Float(factors.scale)
    arguments.factors[count + channel] = factors.bias
  }
}

/// Computes every pixel of the units' planes from those of the operands.
@inline(__always)
private func forEachPixel(
  _ arguments: BlockedElementsArguments, _ units: Range<Int>, _ function: (Lane, Lane) -> Lane
) {
  let sizes = arguments.sizes
  for unit in units {
    let (image, block) = (unit / sizes.blocks, unit % sizes.blocks)
    let first = block * sizes.pixels * Lane.scalarCount
    let input = arguments.input.start + image * arguments.input.imageStride + first
    let output = arguments.output.start + image * arguments.output.imageStride + first
    let other = arguments.other.map { $0.start + image * $0.imageStride + first } ?? input
    for pixel in 0..<sizes.pixels {
      let offset = pixel * Lane.scalarCount
      output.store(function(input.lane(offset), other.lane(offset)), offset)
    }
  }
}
