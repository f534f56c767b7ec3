/// What the windows of an operation over blocks of channels sum up.
package enum WindowKind: Hashable, Sendable {
  /// All channels of a group of a source `[batch, channels / width, pixels, width]`.
  case blocked
  /// The same of a source `[batch, channels, pixels]`, for the few channels of an image.
  case plain
  /// Each channel by itself: depthwise convolutions and pooling.
  case channelwise
}

/// How the work of an operation that moves a window over blocks of channels is cut into units; follows from its
/// geometry and the level's vectors alone. The result is in blocks of channels always.
///
/// A unit is a band of positions of one phase by a chunk of panels of one group's result channels, and sums over all
/// taps and channels of the source in order. Where windows reach over the borders, or the source is changed on its way, a
/// unit copies what its band reads first. Of a channelwise operation the blocks are the groups.
package struct WindowBlocking: Sendable {
  /// Units that are enough to share.
  private static let sufficientUnits = 16
  /// Positions of which a band has at least so many, unless there are fewer.
  private static let leastPixels = 24

  package let geometry: ConvolutionGeometry
  package let direction: ConvolutionDirection
  package let kind: WindowKind
  package let vectors: VectorShape
  /// Whether units copy what they read, with a border.
  package let copies: Bool

  package let groups: Int
  /// Channels of the source and of the result in a group.
  package let channels: Int
  package let rows: Int
  /// Blocks of the source and of the result in a group; a block of a plain source is one channel.
  package let sourceBlocks: Int
  package let resultBlocks: Int
  package let panels: Int
  /// The phases of each axis: the stride in the transposed direction, as far as positions exist.
  package let phases: (depth: Int, height: Int, width: Int)
  /// Positions of the largest phase.
  package let positions: (depth: Int, height: Int, width: Int)

  /// A band is some lines of one slice: whole rows of one depth where it is copied, else any positions.
  package let slices: Int
  package let lines: Int
  package let linePixels: Int
  package let bands: Int
  package let chunks: Int
  package let units: Int

  package init(
    _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, _ kind: WindowKind, vectors: VectorShape,
    changesSource: Bool = false
  ) {
    let forward = direction == .forward
    self.geometry = geometry
    self.direction = direction
    self.kind = kind
    self.vectors = vectors
    if kind == .channelwise {
      groups = vectors.blocks(geometry.inputChannels)
      (channels, rows, sourceBlocks, resultBlocks, panels) = (vectors.width, vectors.width, 1, 1, 1)
    } else {
      groups = geometry.groups
      channels = forward ? geometry.inputChannelsPerGroup : geometry.outputChannelsPerGroup
      rows = forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
      sourceBlocks = kind == .plain ? channels : vectors.blocks(channels)
      resultBlocks = vectors.blocks(rows)
      panels = vectors.panels(resultBlocks)
    }
    let axes = [geometry.depth, geometry.height, geometry.width]
    let phaseCounts = axes.map { forward ? 1 : min($0.stride, $0.input) }
    let positionCounts = axes.map { forward ? $0.output : $0.input.groups(of: $0.stride) }
    phases = (phaseCounts[0], phaseCounts[1], phaseCounts[2])
    positions = (positionCounts[0], positionCounts[1], positionCounts[2])
    copies = changesSource || kind == .plain || !axes.allSatisfy { $0.staysInside(direction) }
    slices = copies ? positions.depth : 1
    linePixels = copies ? positions.width : 1
    lines = copies ? positions.height : positions.depth * positions.height * positions.width
    let sites = geometry.batch * groups * phases.depth * phases.height * phases.width * slices
    let steps = copies ? geometry.height.step(direction) * geometry.width.step(direction) : 1
    (bands, chunks) = Self.cut(
      sites: sites, lines: lines, linePixels: linePixels, panels: panels, lineBytes: 4 * linePixels * channels * steps,
      bandBytes: kind == .channelwise ? 16 << 10 : 160 << 10,
      prefersChunks: geometry.weightCount > geometry.batch * geometry.inputChannels * geometry.inputPixels)
    units = sites * bands * chunks
  }

  /// Bands of a slice and chunks of panels: bands small enough for the cache, and then enough units to share.
  private static func cut(
    sites: Int, lines: Int, linePixels: Int, panels: Int, lineBytes: Int, bandBytes: Int, prefersChunks: Bool
  ) -> (bands: Int, chunks: Int) {
    guard sites > 0, lines > 0, panels > 0 else { return (1, 1) }
    let leastLines = min(lines, leastPixels.groups(of: linePixels))
    var bands = lines.groups(of: max(leastLines, min(lines, bandBytes / max(lineBytes, 1))))
    var chunks = 1
    func wanted(_ others: Int) -> Int { sufficientUnits.groups(of: sites * others) }
    if prefersChunks { chunks = min(panels, wanted(bands)) }
    if sites * bands * chunks < sufficientUnits { bands = min(max(bands, lines / leastLines), wanted(chunks)) }
    if sites * bands * chunks < sufficientUnits { chunks = min(panels, wanted(bands)) }
    return (bands, chunks)
  }

  private var forward: Bool { direction == .forward }

  /// Floats of a pixel of the source.
  package var pixelCount: Int { kind == .plain ? 1 : vectors.width }

  /// Rows of the source that one row of positions reads.
  package var rowReach: Int { geometry.height.reach(direction) }
  /// Rows and columns that a band of the most lines reads, where it is copied.
  private var copiedRows: Int { (lines.groups(of: bands) - 1) * geometry.height.step(direction) + rowReach }
  package var copiedColumns: Int {
    (positions.width - 1) * geometry.width.step(direction) + geometry.width.reach(direction)
  }

  /// Floats between the depth taps of a copied block.
  package var copiedSliceCount: Int { copiedRows * copiedColumns * pixelCount }
  /// Floats between blocks of a copied band: an odd number of cache lines, so that blocks spread over all sets.
  package var copiedBlockCount: Int { (geometry.depth.kernel * copiedSliceCount).groups(of: 32) * 32 + 16 }

  /// Positions that a unit has at most.
  package var pixelsPerUnit: Int { lines.groups(of: bands) * linePixels }

  /// Runs of cells that a position reads at most, of `runLength` cells each.
  package var runs: Int { sourceBlocks * geometry.taps / (kind == .plain ? runLength : 1) }

  /// Cells that follow each other in memory and in the sum: the channels of a block, or the taps of a row.
  package var runLength: Int {
    guard kind == .plain else { return vectors.width }
    return forward && geometry.width.dilation == 1 ? geometry.width.kernel : 1
  }

  /// Scratch memory of a thread: the copied band, and for every position where it reads and where it writes, and where
  /// its runs begin.
  package var scratchBytes: Int {
    (copies ? 4 * sourceBlocks * copiedBlockCount : 0) + 8 * (2 * pixelsPerUnit + runs)
  }

  /// Floats of packed weights of all groups, and of their biases after them; channels after the last count.
  package var packedWeightCount: Int {
    groups * resultBlocks * vectors.width * geometry.taps * (kind == .channelwise ? 1 : sourceBlocks * pixelCount)
  }
  package var packedBiasCount: Int { groups * resultBlocks * vectors.width }
}

extension ConvolutionGeometry.Axis {
  /// The distance in the source between neighbouring positions of a phase.
  fileprivate func step(_ direction: ConvolutionDirection) -> Int { direction == .forward ? stride : 1 }

  /// The cells of the source that the taps of one position span, at most.
  fileprivate func reach(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? dilation * (kernel - 1) + 1 : dilation * (kernel - 1) / stride + 1
  }

  /// Whether no position reads outside of the source.
  fileprivate func staysInside(_ direction: ConvolutionDirection) -> Bool {
    guard direction == .forward else { return kernel == 1 && padBegin == 0 && output * stride >= input }
    return padBegin == 0 && (output - 1) * stride + dilation * (kernel - 1) < input
  }
}
