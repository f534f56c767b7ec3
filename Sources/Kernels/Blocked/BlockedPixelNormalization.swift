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
    for p in 0..<pixels { sums[p] += withoutPadding(input.lane(block * stride + p * Lane.scalarCount), sizes, block) }
  }
  var means = zero
  var squares = zero
  for p in 0..<pixels { means[p] = Lane(repeating: total(sums[p]) / count) }
  for block in 0..<sizes.blocks {
    for p in 0..<pixels {
      let difference = input.lane(block * stride + p * Lane.scalarCount) - means[p]
      let counted = withoutPadding(difference, sizes, block)
      squares[p].accumulate(counted, counted)
    }
  }
  for p in 0..<pixels {
    squares[p] = Lane(repeating: 1 / (total(squares[p]) / count + arguments.epsilon).squareRoot())
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

/// The elements of a block's channels, and 0 after the last channel, where there may be anything.
@inline(__always)
private func withoutPadding(_ lane: Lane, _ sizes: BlockedSizes, _ block: Int) -> Lane {
  let left = sizes.channels - block * Lane.scalarCount
  if left >= Lane.scalarCount { return lane }
  var lane = lane
  for i in max(left, 0)..<Lane.scalarCount { lane[i] = 0 }
  return lane
}
