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
    let lineBytes = 4 * convolution.linePixels * vectorsPerPanel(convolution) * convolution.vectors.width
    guard kind != .channelwise, convolution.loading == .rows,
      convolution.groups == 1, convolution.passes == 1, convolution.geometry.depth == .single, pool.depth == .absent,
      pool.height.input == convolution.lines, pool.width.input == convolution.linePixels,
      geometry.outputPixels * convolution.resultBlocks * convolution.vectors.width * 4 >= Self.leastBytes
    else { return nil }
    let most = min(Self.panelBytes / max(lineBytes, 1), convolution.lines.groups(of: convolution.bands))
    let rowsPerBand = (most - pool.height.reach) / max(pool.height.stride, 1) + 1
    guard most >= pool.height.reach, rowsPerBand > 0, pool.height.output > 0 else { return nil }
    self.convolution = convolution
    self.pool = pool
    bands = pool.height.output.groups(of: rowsPerBand)
    let sites = geometry.batch * bands
    chunks = max(1, min(convolution.panels, (threads == 1 ? 1 : 4 * threads).groups(of: max(sites, 1))))
    units = sites * chunks
    let computed = (0..<bands).reduce(0) { $0 + pooledRows($1).count }
    if computed > pool.height.input + pool.height.input / 8 { return nil }
  }

  /// The rows of the pool's result in a band.
  package func resultRows(_ band: Int) -> Range<Int> {
    pool.height.output * band / bands..<pool.height.output * (band + 1) / bands
  }

  /// The rows of the convolution's result that a band pools.
  package func pooledRows(_ band: Int) -> Range<Int> {
    let rows = resultRows(band)
    let first = rows.lowerBound * pool.height.stride - pool.height.padBegin
    let end = first + (rows.count - 1) * pool.height.stride + pool.height.reach
    let begin = min(max(first, 0), pool.height.input)
    return begin..<max(begin, min(end, pool.height.input))
  }

  /// Floats of one block of the rows that a band pools.
  package var blockCount: Int {
    convolution.lines.groups(of: convolution.bands) * convolution.linePixels * convolution.vectors.width
  }

  /// Scratch memory of a thread: that of the convolution, up to a whole cache line, and the rows of a panel.
  package var scratchBytes: Int { windowBytes + 4 * vectorsPerPanel(convolution) * blockCount }
  package var windowBytes: Int { convolution.scratchBytes.groups(of: 64) * 64 }
}

/// Blocks of the largest panel.
private func vectorsPerPanel(_ convolution: WindowBlocking) -> Int {
  convolution.resultBlocks.groups(of: convolution.panels)
}

extension PoolAxis {
  /// Cells that a window spans.
  fileprivate var reach: Int { dilation * (kernelSize - 1) + 1 }
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
