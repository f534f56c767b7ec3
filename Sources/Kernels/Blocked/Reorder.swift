import KernelInterface

/// Transposes the planes of each block's channels to pixels of vectors.
@Sendable func blockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  for unit in units {
    let part = reorderedPart(arguments, unit)
    blockPixels(
      UnsafePointer(part.planes), pitch: arguments.sizes.pixels, channels: part.channels, part.pixels, to: part.blocked)
  }
}

/// Transposes the pixels of each block back to planes of channels.
@Sendable func unblockChannels(_ arguments: ReorderArguments, _ units: Range<Int>) {
  for unit in units {
    let part = reorderedPart(arguments, unit)
    unblockPixels(
      UnsafePointer(part.blocked), to: part.planes, pitch: arguments.sizes.pixels, channels: part.channels, part.pixels)
  }
}

/// The planes of a unit's block, the channels that it has, the unit's pixels, and where they begin in blocks.
private typealias ReorderedPart = (
  planes: UnsafeMutablePointer<Float>, channels: Int, pixels: Range<Int>, blocked: UnsafeMutablePointer<Float>
)

@inline(__always)
private func reorderedPart(_ arguments: ReorderArguments, _ unit: Int) -> ReorderedPart {
  let sizes = arguments.sizes
  let parts = ReorderArguments.parts(sizes)
  let (part, plane) = (unit % parts, unit / parts)
  let (image, first) = (plane / sizes.blocks, plane % sizes.blocks * Lane.scalarCount)
  let pixels = sizes.pixels * part / parts..<sizes.pixels * (part + 1) / parts
  return (
    arguments.plain + (image * sizes.channels + first) * sizes.pixels, min(Lane.scalarCount, sizes.channels - first),
    pixels,
    arguments.blocked.start + image * arguments.blocked.imageStride + first * sizes.pixels
      + pixels.lowerBound * Lane.scalarCount
  )
}
