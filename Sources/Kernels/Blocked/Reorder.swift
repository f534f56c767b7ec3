import KernelInterface

/// Transposes the planes of each block's channels to pixels of vectors.
@Sendable func blockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  for unit in units {
    let (image, block) = (unit / sizes.blocks, unit % sizes.blocks)
    let first = block * Lane.scalarCount
    let count = min(Lane.scalarCount, sizes.channels - first)
    let source = arguments.plain + (image * sizes.channels + first) * sizes.pixels
    let target = arguments.blocked.start + image * arguments.blocked.imageStride + first * sizes.pixels
    for pixel in 0..<sizes.pixels {
      var lane = Lane()
      for i in 0..<count { lane[i] = source[i * sizes.pixels + pixel] }
      target.store(lane, pixel * Lane.scalarCount)
    }
  }
}

/// Transposes the pixels of each block back to planes of channels.
@Sendable func unblockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  let sizes = arguments.sizes
  for unit in units {
    let (image, block) = (unit / sizes.blocks, unit % sizes.blocks)
    let first = block * Lane.scalarCount
    let count = min(Lane.scalarCount, sizes.channels - first)
    let target = arguments.plain + (image * sizes.channels + first) * sizes.pixels
    let source = arguments.blocked.start + image * arguments.blocked.imageStride + first * sizes.pixels
    for i in 0..<count {
      for pixel in 0..<sizes.pixels { target[i * sizes.pixels + pixel] = source[pixel * Lane.scalarCount + i] }
    }
  }
}
