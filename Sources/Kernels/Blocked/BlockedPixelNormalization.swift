import KernelInterface

/// Brings the channels of every pixel to mean 0 and variance 1, then multiplies each channel by a factor and adds a
/// summand.
@Sendable func normalizeBlockPixels(_ arguments: BlockedPixelNormalizationArguments, _ units: Range<Int>) {
  let sizes = arguments.elements.sizes
  let bands = sizes.pixels.groups(of: BlockedPixelNormalizationArguments.pixelsPerUnit)
  for unit in units {
    let (image, band) = (unit / bands, unit % bands)
    var pixel = sizes.pixels * band / bands
    let end = sizes.pixels * (band + 1) / bands
    while pixel < end {
      if pixel + 4 <= end {
        normalizePixels(InlineArray<4, Lane>(repeating: Lane()), arguments, image, pixel)
        pixel += 4
      } else {
        normalizePixels(InlineArray<1, Lane>(repeating: Lane()), arguments, image, pixel)
        pixel += 1
      }
    }
  }
}

/// Normalizes some pixels that follow each other.
@inline(__always)
private func normalizePixels<let pixels: Int>(
  _ zero: InlineArray<pixels, Lane>, _ arguments: BlockedPixelNormalizationArguments, _ image: Int, _ first: Int
) {
  let elements = arguments.elements
  let sizes = elements.sizes
  let stride = sizes.pixels * Lane.scalarCount
  let input = elements.input.start + image * elements.input.imageStride + first * Lane.scalarCount
  let output = elements.output.start + image * elements.output.imageStride + first * Lane.scalarCount
  let count = Float(sizes.channels)
  var sums = zero
  for block in 0..<sizes.blocks {
    for p in 0..<pixels { sums[p] += input.lane(block * stride + p * Lane.scalarCount) }
  }
  var means = zero
  var squares = zero
  for p in 0..<pixels { means[p] = Lane(repeating: total(sums[p]) / count) }
  for block in 0..<sizes.blocks {
    for p in 0..<pixels {
      let difference = input.lane(block * stride + p * Lane.scalarCount) - means[p]
      squares[p].accumulate(difference, difference)
    }
  }
  // Elements after the last channel are 0, and differ from the mean by it.
  let padding = Float(sizes.blocks * Lane.scalarCount - sizes.channels)
  for p in 0..<pixels {
    let variance = max(0, total(squares[p]) - padding * means[p][0] * means[p][0]) / count
    squares[p] = Lane(repeating: 1 / (variance + arguments.epsilon).squareRoot())
  }
  for block in 0..<sizes.blocks {
    let factor = arguments.factors.lane(block * Lane.scalarCount)
    let summand = arguments.factors.lane((sizes.blocks + block) * Lane.scalarCount)
    for p in 0..<pixels {
      let offset = block * stride + p * Lane.scalarCount
      let x = (input.lane(offset) - means[p]) * squares[p]
      output.store(activated(x.multiplied(by: factor, adding: summand), elements.activation), offset)
    }
  }
}
