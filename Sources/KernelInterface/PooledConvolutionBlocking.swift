/// How a convolution and the pool of maxima that alone reads its result are computed as one.
///
/// A unit is a band of rows of an image of the pool's result by a chunk of the convolution's panels. It copies what the
/// band reads, computes the rows that it pools panel by panel, in scratch memory that stays in the cache, and takes the
/// maxima from there. Rows that two bands pool are computed twice.
package struct PooledConvolutionBlocking: Sendable {
  package let convolution: WindowBlocking
  package let pool: PoolGeometry
  package let bands: Int
  package let chunks: Int
  package let units: Int

  /// Bytes of the convolution's result from which on it is worthwhile not to write it.
  private static let leastBytes = 512 << 10
  /// Bytes of one panel of the rows that a band pools.
  private static let panelBytes = 224 << 10

  /// nil where it cannot be done, and where rows that are computed twice cost more than memory that is not read.
  package init?(
    _ geometry: ConvolutionGeometry, _ kind: WindowKind, pool: PoolGeometry, vectors: VectorShape, threads: Int
  ) {
    let convolution = WindowBlocking(geometry, .forward, kind, vectors: vectors, threads: 1)
    let lineBytes = 4 * convolution.linePixels * convolution.blocksPerPanel * convolution.vectors.width
    guard kind != .channelwise, convolution.loading == .rows,
      convolution.groups == 1, convolution.passes == 1, convolution.geometry.depth == .single, pool.depth == .absent,
      pool.height.input == convolution.lines, pool.width.input == convolution.linePixels,
      geometry.outputPixels * convolution.resultBlocks * convolution.vectors.width * 4 >= Self.leastBytes
    else { return nil }
    let windows = pool.height.windows
    let most = min(Self.panelBytes / max(lineBytes, 1), convolution.lines.groups(of: convolution.bands))
    let rowsPerBand = (most - windows.reach) / max(windows.stride, 1) + 1
    guard most >= windows.reach, rowsPerBand > 0, pool.height.output > 0 else { return nil }
    self.convolution = convolution
    self.pool = pool
    bands = pool.height.output.groups(of: rowsPerBand)
    let sites = geometry.batch * bands
    chunks = max(1, min(convolution.panels, (threads == 1 ? 1 : 4 * threads).groups(of: max(sites, 1))))
    units = sites * chunks
    if !windows.isWorthwhile(windows: pool.height.output, bands: bands) { return nil }
  }

  /// The rows of the pool's result in a band.
  package func resultRows(_ band: Int) -> Range<Int> {
    pool.height.output * band / bands..<pool.height.output * (band + 1) / bands
  }

  /// The rows of the convolution's result that a band pools.
  package func pooledRows(_ band: Int) -> Range<Int> { pool.height.windows.rows(of: resultRows(band)).inside }

  /// Floats of one block of the rows that a band pools.
  package var blockCount: Int {
    convolution.lines.groups(of: convolution.bands) * convolution.linePixels * convolution.vectors.width
  }

  /// Scratch memory of a thread: that of the convolution, up to a whole cache line, and the rows of a panel.
  package var scratchBytes: Int { windowBytes + 4 * convolution.blocksPerPanel * blockCount }
  package var windowBytes: Int { convolution.scratchBytes.groups(of: 64) * 64 }
}

extension PoolAxis {
  fileprivate var windows: RowWindows {
    RowWindows(stride: stride, reach: dilation * (kernelSize - 1) + 1, padBegin: padBegin, input: input)
  }
}

/// Arguments of a convolution and the pool behind it; a unit is one of `blocking.units`. The result is the pool's.
package struct PooledConvolutionArguments {
  package var blocking: PooledConvolutionBlocking
  package var operands: BlockedOperands
  package var scratch: UnsafeMutableRawPointer

  package init(blocking: PooledConvolutionBlocking, operands: BlockedOperands, scratch: UnsafeMutableRawPointer) {
    self.blocking = blocking
    self.operands = operands
    self.scratch = scratch
  }
}
