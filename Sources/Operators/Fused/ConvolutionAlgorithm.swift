import KernelInterface

/// How a convolution in blocks of channels is computed.
enum ConvolutionAlgorithm {
  case windows(WindowBlocking)
  case pooledWindows(PooledConvolutionBlocking)
  case winograd(WinogradBlocking)

  /// The one that takes the fewest cycles by estimate; follows from sizes alone, so that results do not depend on the
  /// number of threads, which only cut the work.
  init(_ convolution: FusedConvolution, vectors: VectorShape, threads: Int) {
    let geometry = convolution.geometry
    let kind = convolution.windowKind(vectors)
    let windows = WindowBlocking(geometry, convolution.direction, kind, vectors: vectors, threads: threads)
    self = .windows(windows)
    guard convolution.allowsTransforms, kind == .blocked else { return }
    var least = Self.directCycles(windows)
    for outputs in WinogradBlocking.tileSizes(geometry, convolution.direction) {
      let cycles = Self.winogradCycles(WinogradBlocking(geometry, outputs: outputs, vectors: vectors, threads: 1))
      guard cycles < least else { continue }
      self = .winograd(WinogradBlocking(geometry, outputs: outputs, vectors: vectors, threads: threads))
      least = cycles
    }
  }

  /// The algorithm with a pool of maxima behind it; nil where a pool by itself is better.
  func pooled(_ pool: PoolGeometry, threads: Int) -> ConvolutionAlgorithm? {
    switch self {
    case .windows(let blocking) where blocking.direction == .forward:
      PooledConvolutionBlocking(
        blocking.geometry, blocking.kind, pool: pool, vectors: blocking.vectors, threads: threads
      ).map { .pooledWindows($0) }
    case .winograd(let blocking): blocking.computes(pool) ? self : nil
    case .windows, .pooledWindows: nil
    }
  }

  /// Bytes of a thread's workspace.
  var scratchBytes: Int {
    switch self {
    case .windows(let blocking): blocking.scratchBytes
    case .pooledWindows(let blocking): blocking.scratchBytes
    case .winograd(let blocking): blocking.scratchBytes
    }
  }

  /// What it takes, by estimate.
  var cycles: Double {
    switch self {
    case .windows(let blocking): Self.directCycles(blocking)
    case .pooledWindows(let blocking): Self.directCycles(blocking.convolution)
    case .winograd(let blocking): Self.winogradCycles(blocking)
    }
  }

  /// Bytes that a core reads in a cycle from memory behind the second cache.
  private static let bytesPerCycle = 5.0

  private static func directCycles(_ blocking: WindowBlocking) -> Double {
    let geometry = blocking.geometry
    let products = geometry.multiplyAccumulates * blocking.padding / Double(2 * blocking.vectors.width)
    return max(products / 0.95, 4 * Double(geometry.weightCount) / bytesPerCycle)
  }

  private static func winogradCycles(_ blocking: WinogradBlocking) -> Double {
    let width = Double(blocking.vectors.width)
    let tiles = Double(blocking.tiles)
    let products = blocking.products / (2 * width)
    let (source, result) = blocking.outputs == 4 ? (130.0, 90.0) : (50.0, 35.0)
    let transforms =
      tiles * (Double(blocking.sourceBlocks * blocking.chunks) * source + Double(blocking.resultBlocks) * result)
    let weights = 4 * Double(blocking.packedWeightCount * blocking.tileBlocks)
    return max(products / 0.85 + transforms, weights / bytesPerCycle)
  }
}
