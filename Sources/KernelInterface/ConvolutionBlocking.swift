/// Which way a convolution computes.
package enum ConvolutionDirection: Hashable, Sendable {
  /// y from x.
  case forward
  /// x from y: a transposed convolution, or the gradient by the input.
  case transposed
}

/// How the work of a convolution by matrix multiplication is cut into units; follows from its geometry alone.
///
/// The result of a direction is computed phase by phase: in the transposed direction, positions that are equal modulo
/// the stride read the same taps. A unit is one block of pixels of a phase by one chunk of a group's rows (the result's
/// channels), and sums over all taps and channels of the source in order.
package struct ConvolutionBlocking: Sendable {
  /// Pixels that a unit has at most.
  package static let pixelsPerBlock = 208
  /// Floats between two rows of a column block: an odd number of cache lines, so that rows spread over all sets.
  package static let pitch = 208
  /// Rows of a column block, the part of the sum that is packed at a time.
  package static let depthPerBlock = 128
  /// Units that are enough to share; below, the rows are cut into chunks too.
  static let sufficientUnits = 8
  /// A multiple of every level's tile rows.
  static let rowGranule = 12

  /// Channels of the result in a group.
  package let rows: Int
  /// Channels of the source in a group.
  package let channels: Int
  /// The phases of each axis: the stride in the transposed direction, as far as positions exist.
  package let phases: (depth: Int, height: Int, width: Int)
  package let blocks: Int
  package let pixelsPerUnit: Int
  package let chunks: Int
  package let rowsPerChunk: Int
  package let units: Int
  private let blocksInAll: Int
  private let taps: Int

  package init(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) {
    let forward = direction == .forward
    rows = forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
    channels = forward ? geometry.inputChannelsPerGroup : geometry.outputChannelsPerGroup
    taps = geometry.taps
    func phaseCount(_ axis: ConvolutionGeometry.Axis) -> Int { forward ? 1 : min(axis.stride, axis.input) }
    func positions(_ axis: ConvolutionGeometry.Axis) -> Int {
      forward ? axis.output : (axis.input + axis.stride - 1) / axis.stride
    }
    phases = (phaseCount(geometry.depth), phaseCount(geometry.height), phaseCount(geometry.width))
    let pixels = positions(geometry.depth) * positions(geometry.height) * positions(geometry.width)
    blocks = pixels.groups(of: Self.pixelsPerBlock)
    pixelsPerUnit = blocks == 0 ? 0 : pixels.groups(of: blocks).groups(of: 16) * 16
    blocksInAll = geometry.batch * geometry.groups * phases.depth * phases.height * phases.width * blocks
    let wanted = blocksInAll == 0 ? 1 : Self.sufficientUnits.groups(of: blocksInAll)
    rowsPerChunk = rows.groups(of: wanted).groups(of: Self.rowGranule) * Self.rowGranule
    chunks = rows.groups(of: rowsPerChunk)
    units = blocksInAll * chunks
  }

  /// Whether several units read the same columns, which then are packed once, by a step before.
  package var sharesColumns: Bool { chunks > 1 }

  /// The units of the step that packs shared columns: one for each part of a block's sum.
  package var columnUnits: Int { blocksInAll * depthBlocks }

  /// The longest sum: all channels of the source through all taps.
  package var depth: Int { channels * taps }

  /// The parts of a sum.
  package var depthBlocks: Int { depth.groups(of: Self.depthPerBlock) }

  /// Floats of all shared columns: `depth` rows of `pitch` for each block.
  package var columnCount: Int { blocksInAll * depth * Self.pitch }

  /// Scratch memory of a thread: a column block, a tile, the offsets of the block's pixels and of all taps.
  package var scratchBytes: Int {
    4 * (Self.depthPerBlock * Self.pitch + Self.tileCount) + 8 * (4 * Self.pixelsPerBlock + 3 * taps)
  }

  /// Floats of the largest tile of any level.
  package static let tileCount = 6 * 64
}
