/// What the windows of an operation over blocks of channels sum up.
package enum WindowKind: Hashable, Sendable {
  /// All channels of a group of a source `[batch, channels / width, pixels, width]`, or of one that is brought into it.
  case blocked
  /// The same of a source `[batch, channels, pixels]`, for the few channels of an image.
  case plain
  /// Each channel by itself: depthwise convolutions and pooling.
  case channelwise
}

/// How the kernels get at what positions read.
package enum WindowLoading: Hashable, Sendable {
  /// Where it is.
  case none
  /// As a copy of the cells of each position, side by side: for windows of one cell that lie apart.
  case cells
  /// As a copy of whole rows, with a border.
  case rows
  /// Where it is, tap by tap: each tap for the positions that read inside of the source through it.
  case taps
}

/// How the work of an operation that moves a window over blocks of channels is cut into units. The result is in blocks
/// of channels, also where it is brought back to planes afterwards, and does not depend on the number of threads.
///
/// A unit is a band of positions of one phase by a chunk of panels of one group's result channels. It sums over all taps
/// and channels of the source in order, in passes over some blocks of the source whose weights of one panel stay in the
/// first cache. Where windows reach over the borders, or where cells lie apart that are read again and again, a unit
/// copies what its band reads first, or sums tap by tap. Of a channelwise operation the blocks are the groups.
package struct WindowBlocking: Sendable {
  /// Positions of which a band has at least so many, unless there are fewer.
  private static let leastPixels = 24

  package let geometry: ConvolutionGeometry
  package let direction: ConvolutionDirection
  package let kind: WindowKind
  package let vectors: VectorShape
  package let loading: WindowLoading
  /// Whether the source is plain, and brought into blocks as its rows are copied.
  package let blocksSource: Bool
  /// Whether the result is computed in scratch memory and brought back to a plain tensor from there, band by band.
  package let unblocksResult: Bool

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

  /// Passes over the blocks of the source, and the blocks of the longest.
  package let passes: Int
  package let blocksPerPass: Int
  /// A band is some lines of one slice: whole rows of one depth where rows are copied or taps summed, else any positions.
  package let slices: Int
  package let lines: Int
  package let linePixels: Int
  package let bands: Int
  package let chunks: Int
  package let units: Int
  /// Whether chunks of panels that share a band come before more bands, since there are more weights than pixels.
  package let prefersChunks: Bool

  /// - Parameters:
  ///   - bandBytes: What a band reads in a pass at most, unless it is of one line; nil for what is usual.
  ///   - sharesEvenly: Whether all threads are to have as many panels each.
  ///   - tapByTap: Whether taps are summed one after the other, forward and of all channels.
  ///   - blocksSource: Whether the source is plain though it is read in blocks.
  ///   - unblocksResult: Whether the result is plain, which it can be in the forward direction.
  package init(
    _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, _ kind: WindowKind, vectors: VectorShape,
    threads: Int, bandBytes: Int? = nil, sharesEvenly: Bool = false, tapByTap: Bool = false,
    blocksSource: Bool = false, unblocksResult: Bool = false
  ) {
    let forward = direction == .forward
    precondition(!tapByTap || forward && kind == .blocked && !blocksSource && !unblocksResult, "taps are of blocks")
    precondition(!unblocksResult || forward, "a transposed result is in blocks")
    let bandable = kind == .plain ? geometry : geometry.withSingleAxisAsHeight
    let geometry = forward ? bandable : bandable.withSinglePositionsApart
    self.geometry = geometry
    self.direction = direction
    self.kind = kind
    self.vectors = vectors
    self.blocksSource = blocksSource
    self.unblocksResult = unblocksResult
    if kind == .channelwise {
      groups = vectors.blocks(geometry.inputChannels)
      (channels, rows, sourceBlocks, resultBlocks, panels) = (vectors.width, vectors.width, 1, 1, 1)
    } else {
      groups = geometry.groups
      channels = forward ? geometry.inputChannelsPerGroup : geometry.outputChannelsPerGroup
      rows = forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
      sourceBlocks = kind == .plain ? channels : vectors.blocks(channels)
      resultBlocks = vectors.blocks(rows)
      panels = vectors.panels(resultBlocks, sharedBy: sharesEvenly ? threads : 1)
    }
    let axes = [geometry.depth, geometry.height, geometry.width]
    phases = geometry.phases(direction)
    positions = (
      geometry.depth.positions(direction), geometry.height.positions(direction), geometry.width.positions(direction)
    )
    let copiesRows = kind == .plain || blocksSource || !axes.allSatisfy { $0.staysInside(direction) }
    let copiesCells =
      forward && kind == .blocked && geometry.taps == 1 && geometry.inputPixels != geometry.outputPixels && panels > 1
      && sourceBlocks >= Self.leastCopiedBlocks
    loading = tapByTap ? .taps : copiesRows ? .rows : copiesCells ? .cells : .none

    let blockRows = (tapByTap ? 1 : geometry.phaseTaps(direction)) * (kind == .plain ? 1 : vectors.width)
    let fitting = max(1, VectorShape.panelRows / blockRows)
    passes = kind == .channelwise ? 1 : max(1, sourceBlocks.groups(of: fitting))
    blocksPerPass = sourceBlocks.groups(of: passes)

    let cutsRows = copiesRows || tapByTap
    slices = cutsRows ? positions.depth : 1
    linePixels = cutsRows ? positions.width : 1
    lines = cutsRows ? positions.height : positions.depth * positions.height * positions.width
    prefersChunks = geometry.weightCount > geometry.batch * geometry.inputChannels * geometry.inputPixels
    let sites = geometry.batch * groups * phases.depth * phases.height * phases.width * slices
    let steps = copiesRows && !tapByTap ? geometry.height.step(direction) * geometry.width.step(direction) : 1
    let passChannels = kind == .plain ? blocksPerPass : blocksPerPass * vectors.width
    (bands, chunks) = Self.cut(
      sites: sites, lines: lines, linePixels: linePixels, panels: panels,
      lineBytes: 4 * linePixels * passChannels * steps,
      bandBytes: bandBytes ?? Self.bandBytes(kind, blocksSource: blocksSource),
      sufficientUnits: threads == 1 ? 1 : 4 * threads,
      prefersChunks: prefersChunks)
    units = sites * bands * chunks
  }

  /// What a band reads in a pass at most: what stays in the second cache, or in the first where each number is used a few
  /// times alone, unless bringing the rows that bands share into blocks takes longer than reading them.
  private static func bandBytes(_ kind: WindowKind, blocksSource: Bool) -> Int {
    kind != .channelwise ? 256 << 10 : blocksSource ? 64 << 10 : 16 << 10
  }

  /// Blocks that lie far apart, of which cells are copied: with fewer, the processor sees by itself what comes next.
  private static let leastCopiedBlocks = 8

  /// Bands of a slice and chunks of panels: bands small enough for the cache, and then enough units to share.
  private static func cut(
    sites: Int, lines: Int, linePixels: Int, panels: Int, lineBytes: Int, bandBytes: Int, sufficientUnits: Int,
    prefersChunks: Bool
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

  /// Blocks of the largest panel.
  package var blocksPerPanel: Int { resultBlocks.groups(of: panels) }

  /// Floats of a pixel of the source.
  package var pixelCount: Int { kind == .plain ? 1 : vectors.width }

  /// Rows of the source that one row of positions reads.
  package var rowReach: Int { geometry.height.reach(direction) }
  /// Rows and columns that a band of the most lines reads, where rows are copied.
  package var copiedRows: Int { (lines.groups(of: bands) - 1) * geometry.height.step(direction) + rowReach }
  package var copiedColumns: Int {
    (positions.width - 1) * geometry.width.step(direction) + geometry.width.reach(direction)
  }

  /// Floats between the depth taps of a copied block.
  package var copiedSliceCount: Int {
    loading == .rows ? copiedRows * copiedColumns * pixelCount : pixelsPerUnit * pixelCount
  }
  /// Floats between blocks of a copied band: an odd number of cache lines, so that blocks spread over all sets.
  package var copiedBlockCount: Int { (geometry.depth.kernel * copiedSliceCount).groups(of: 32) * 32 + 16 }

  /// Positions that a unit has at most.
  package var pixelsPerUnit: Int { lines.groups(of: bands) * linePixels }

  /// Runs of cells that a position reads at most in a pass, of `runLength` cells each.
  var runs: Int {
    blocksPerPass * (loading == .taps ? 1 : geometry.taps) * runsPerTap / (kind == .plain ? runLength : 1)
  }

  /// Cells that follow each other in memory and in the sum: the channels of a block, or the taps of a row; of a single
  /// tap half of a block's channels, where they fill half of the last block.
  package var runLength: Int {
    guard kind == .plain else { return vectors.width / runsPerTap }
    return forward && geometry.width.dilation == 1 ? geometry.width.kernel : 1
  }

  /// Runs of a block at one tap.
  package var runsPerTap: Int {
    kind == .blocked && forward && geometry.taps == 1 && 2 * (channels % vectors.width) == vectors.width ? 2 : 1
  }

  /// Runs of the last block that hold no channel.
  package var emptyRuns: Int { runsPerTap - 1 }

  /// The blocks of the source that a pass adds.
  package func blocks(ofPass pass: Int) -> Range<Int> {
    sourceBlocks * pass / passes..<sourceBlocks * (pass + 1) / passes
  }

  /// The blocks of the result that some panels have.
  package func blocks(ofPanels panels: Range<Int>) -> Range<Int> {
    resultBlocks * panels.lowerBound / self.panels..<resultBlocks * panels.upperBound / self.panels
  }

  /// Floats of the copied part of a band.
  package var copiedCount: Int { loading == .rows || loading == .cells ? blocksPerPass * copiedBlockCount : 0 }

  /// Floats between blocks of a band's result in scratch memory, and of all of them.
  package var madeBlockCount: Int { pixelsPerUnit * vectors.width }
  package var madeCount: Int { unblocksResult ? resultBlocks * madeBlockCount : 0 }

  /// Scratch memory of a thread: the copied band, its result that is to be brought back, for every position where it
  /// reads, where it writes and where its cells are copied from, and where its runs begin.
  package var scratchBytes: Int {
    4 * (copiedCount + madeCount) + 8 * ((loading == .cells ? 3 : 2) * pixelsPerUnit + runs)
  }

  /// Products that are computed for each that there is, with those of channels after the last.
  package var padding: Double {
    if kind == .channelwise { return Double(groups * vectors.width) / Double(max(geometry.inputChannels, 1)) }
    return Double(sourceBlocks * pixelCount * resultBlocks * vectors.width) / Double(max(channels * rows, 1))
  }

  /// Floats of packed weights of all groups, and of their biases after them; channels after the last count.
  package var packedWeightCount: Int {
    groups * resultBlocks * vectors.width * geometry.taps * (kind == .channelwise ? 1 : sourceBlocks * pixelCount)
  }
  package var packedBiasCount: Int { groups * resultBlocks * vectors.width }
}

extension ConvolutionGeometry.Axis {
  /// Whether no position reads outside of the source.
  fileprivate func staysInside(_ direction: ConvolutionDirection) -> Bool {
    guard direction == .forward else { return kernel == 1 && padBegin == 0 && output * stride >= input }
    return padBegin == 0 && (output - 1) * stride + dilation * (kernel - 1) < input
  }
}
