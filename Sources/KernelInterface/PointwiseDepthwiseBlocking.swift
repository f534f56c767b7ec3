/// How a pointwise convolution and the depthwise one that reads its result are computed as one.
///
/// A unit is a band of rows of an image by a chunk of the pointwise one's panels. Panel by panel it makes the rows that
/// the band reads, in scratch memory that stays in the cache, and from them the band. Rows that two bands read are made
/// twice.
package struct PointwiseDepthwiseBlocking: Sendable {
  package let pointwise: WindowBlocking
  package let depthwise: WindowBlocking
  package let chunks: Int
  package let units: Int

  /// Bytes of one block of the rows that a band reads, and of all blocks that they are made from.
  private static let (blockBytes, sourceBytes) = (128 << 10, 512 << 10)
  /// Bytes of a block below which no smaller bands are cut.
  private static let leastBlockBytes = 2 << 10

  /// nil where it cannot be done, where windows never reach over the border, and where rows that are made twice cost
  /// more than memory that is not read.
  package init?(
    pointwise: ConvolutionGeometry, depthwise: ConvolutionGeometry, vectors: VectorShape, threads: Int
  ) {
    guard pointwise.isPointwise, pointwise.groups == 1, depthwise.isChannelwise, depthwise.taps > 1 else { return nil }
    let made = WindowBlocking(pointwise, .forward, .blocked, vectors: vectors, threads: threads, sharesEvenly: true)
    var bytes = min(Self.blockBytes, Self.sourceBytes / max(made.sourceBlocks, 1))
    func cut() -> WindowBlocking {
      WindowBlocking(depthwise, .forward, .channelwise, vectors: vectors, threads: 1, bandBytes: bytes)
    }
    var read = cut()
    let (height, width) = (read.geometry.height, read.geometry.width)
    guard read.loading == .rows, read.geometry.depth == .single, height.padBegin >= 0, width.padBegin >= 0,
      height.output > 0, Self.isWorthwhile(read)
    else { return nil }
    // Where there are few panels, threads share smaller bands.
    let (leastUnits, sufficientUnits) = threads == 1 ? (1, 1) : (2 * threads, 4 * threads)
    while depthwise.batch * read.bands * made.panels < leastUnits, bytes > Self.leastBlockBytes {
      bytes /= 2
      let finer = cut()
      guard Self.isWorthwhile(finer) else { break }
      read = finer
    }
    self.pointwise = made
    self.depthwise = read
    let sites = depthwise.batch * read.bands
    chunks = max(1, min(made.panels, sufficientUnits.groups(of: max(sites, 1))))
    units = sites * chunks
  }

  /// The rows of the pointwise result that a band of rows reads: with those of its border, and without.
  package func rows(of lines: Range<Int>) -> (all: Range<Int>, inside: Range<Int>) {
    Self.windows(depthwise).rows(of: lines)
  }

  private static func windows(_ depthwise: WindowBlocking) -> RowWindows {
    let height = depthwise.geometry.height
    return RowWindows(
      stride: height.stride, reach: depthwise.rowReach, padBegin: height.padBegin, input: height.input)
  }

  /// Whether all bands of an image make few rows more than there are.
  private static func isWorthwhile(_ depthwise: WindowBlocking) -> Bool {
    windows(depthwise).isWorthwhile(windows: depthwise.lines, bands: depthwise.bands)
  }

  /// Columns of zeros at the start of a band's rows, and columns of the pointwise result behind them.
  package var borderColumns: Int { min(depthwise.geometry.width.padBegin, depthwise.copiedColumns) }
  package var madeColumns: Int { min(depthwise.geometry.width.input, depthwise.copiedColumns - borderColumns) }

  /// Cells of a pointwise panel that a band reads at most.
  package var madePixels: Int { depthwise.copiedRows * madeColumns }

  /// Floats of the rows of a panel.
  package var bandCount: Int { pointwise.blocksPerPanel * depthwise.copiedBlockCount }

  /// Scratch memory of a thread: the rows of a panel, where each convolution reads and writes, and where its runs begin.
  package var scratchBytes: Int {
    4 * bandCount + 8 * (2 * (depthwise.pixelsPerUnit + madePixels) + depthwise.geometry.taps + pointwise.runs)
  }
}

/// Arguments of a pointwise convolution and the depthwise one behind it; a unit is one of `blocking.units`.
package struct PointwiseDepthwiseArguments {
  package var blocking: PointwiseDepthwiseBlocking
  /// The pointwise one's source, and the depthwise one's weights and result.
  package var operands: BlockedOperands
  /// What the packing kernels wrote.
  package var pointwiseWeights: UnsafePointer<Float>
  package var pointwiseActivation: FusedActivation
  package var scratch: UnsafeMutableRawPointer

  package init(
    blocking: PointwiseDepthwiseBlocking, operands: BlockedOperands, pointwiseWeights: UnsafePointer<Float>,
    pointwiseActivation: FusedActivation, scratch: UnsafeMutableRawPointer
  ) {
    self.blocking = blocking
    self.operands = operands
    self.pointwiseWeights = pointwiseWeights
    self.pointwiseActivation = pointwiseActivation
    self.scratch = scratch
  }
}
