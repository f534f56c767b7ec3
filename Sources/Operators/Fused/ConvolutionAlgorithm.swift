import KernelInterface

/// How a convolution in blocks of channels is computed.
enum ConvolutionAlgorithm {
  case windows(WindowBlocking)
  case pooledWindows(PooledConvolutionBlocking)
  case winograd(WinogradBlocking)

  /// The one that takes the fewest cycles by estimate; follows from sizes and costs, so that results do not depend on the
  /// number of threads, which only cut the work.
  init(_ convolution: FusedConvolution, vectors: VectorShape, threads: Int) {
    let geometry = convolution.geometry
    let kind = convolution.windowKind(vectors)
    let windows = WindowBlocking(
      geometry, convolution.direction, kind, vectors: vectors, threads: threads,
      blocksSource: convolution.blocksSource, unblocksResult: convolution.unblocksResult)
    self = .windows(windows)
    guard kind == .blocked else { return }
    var least = Self.directCycles(windows)
    if convolution.direction == .forward, geometry.taps > 1 {
      let byTaps = WindowBlocking(geometry, .forward, kind, vectors: vectors, threads: threads, tapByTap: true)
      let cycles = Self.directCycles(byTaps)
      if cycles < Self.worthwhileShare * least { (self, least) = (.windows(byTaps), cycles) }
    }
    guard convolution.allowsTransforms else { return }
    for tile in WinogradTile.tiles(geometry, convolution.direction) {
      let cycles = Self.winogradCycles(WinogradBlocking(geometry, tile, vectors: vectors, threads: 1))
      guard cycles < least else { continue }
      self = .winograd(WinogradBlocking(geometry, tile, vectors: vectors, threads: threads))
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

  /// Whether the operands are as a convolution wants them.
  func agrees(with convolution: FusedConvolution) -> Bool {
    guard convolution.blocksSource || convolution.unblocksResult else { return true }
    guard case .windows(let blocking) = self, !(convolution.adds && convolution.unblocksResult) else { return false }
    return blocking.blocksSource == convolution.blocksSource && blocking.unblocksResult == convolution.unblocksResult
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

  private static func directCycles(_ blocking: WindowBlocking) -> Double {
    let (geometry, costs) = (blocking.geometry, blocking.vectors.costs)
    let products = geometry.multiplyAccumulates * blocking.padding / Double(2 * blocking.vectors.width)
    let weights = 4 * Double(geometry.weightCount) / costs.bytesPerCycle
    guard blocking.loading == .taps else { return max(products / costs.windowShare, weights) }
    // Of each sum the part that reads inside of the source.
    let reached = [geometry.depth, geometry.height, geometry.width].reduce(1.0) { $0 * $1.reachedShare }
    let sums = Double(geometry.batch) * Double(geometry.outputPixels) * Double(geometry.groups * blocking.resultBlocks)
    let passes = Double(geometry.taps * blocking.passes) * reached + 1
    return max(products * reached / costs.tapShare + sums * passes * costs.sumCycles, weights)
  }

  /// The share of what other windows take, which are simpler, up to which taps are summed one by one.
  private static let worthwhileShare = 0.92
  /// What transforms of a tile at stride 2 take of those of a large one, transposed.
  private static let transposedShare = 0.8
  /// The parts of a tile's transforms.
  private static let (sourcePart, resultPart) = (0.59, 0.41)

  private static func winogradCycles(_ blocking: WinogradBlocking) -> Double {
    let costs = blocking.vectors.costs
    let width = Double(blocking.vectors.width)
    let tiles = Double(blocking.tiles)
    let products = blocking.multiplyAccumulates / (2 * width)
    let tile =
      switch blocking.tile {
      case .small, .strided: costs.smallTileCycles
      case .large: costs.largeTileCycles
      case .transposedThree, .transposedFour: costs.largeTileCycles * transposedShare
      }
    let transforms =
      tiles * tile
      * (Double(blocking.sourceBlocks * blocking.chunks) * sourcePart + Double(blocking.resultBlocks) * resultPart)
    let weights = 4 * Double(blocking.packedWeightCount * blocking.tileBlocks)
    return max(products / costs.transformShare + transforms, weights / costs.bytesPerCycle)
  }
}

extension ConvolutionGeometry.Axis {
  /// The share of all positions and taps that read inside of x.
  fileprivate var reachedShare: Double {
    let reached = (0..<kernel).reduce(0) { $0 + positions(reading: $1).count }
    return Double(reached) / Double(max(kernel * output, 1))
  }
}
