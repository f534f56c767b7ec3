import KernelInterface

/// How a convolution in blocks of channels is computed.
enum ConvolutionAlgorithm: Hashable {
  case windows(WindowKind)
  /// By tiles of this many cells along an axis.
  case winograd(Int)

  /// The one that takes the fewest cycles by estimate; follows from sizes alone, so that results do not depend on the
  /// number of threads.
  init(_ convolution: FusedConvolution, vectors: VectorShape, isExact: Bool) {
    let geometry = convolution.geometry
    let kind = convolution.windowKind(vectors)
    self = .windows(kind)
    guard !isExact, kind == .blocked, WinogradBlocking.computes(geometry, convolution.direction) else { return }
    var least = Self.directCycles(geometry, vectors)
    for outputs in [2, 4] {
      let cycles = Self.winogradCycles(WinogradBlocking(geometry, outputs: outputs, vectors: vectors))
      if cycles < least { (self, least) = (.winograd(outputs), cycles) }
    }
  }

  /// Bytes that a core reads in a cycle from memory behind the second cache.
  private static let bytesPerCycle = 5.0

  private static func directCycles(_ geometry: ConvolutionGeometry, _ vectors: VectorShape) -> Double {
    let products = geometry.multiplyAccumulates / Double(2 * vectors.width)
    return max(products / 0.92, 4 * Double(geometry.weightCount) / bytesPerCycle)
  }

  private static func winogradCycles(_ blocking: WinogradBlocking) -> Double {
    let width = Double(blocking.vectors.width)
    let tiles = Double(blocking.tiles)
    let planes = Double(blocking.planes)
    let products = planes * tiles * Double(blocking.sourceBlocks * blocking.resultBlocks) * width / 2
    let (source, result) = blocking.outputs == 4 ? (130.0, 90.0) : (45.0, 30.0)
    let transforms =
      tiles * (Double(blocking.sourceBlocks * blocking.chunks) * source + Double(blocking.resultBlocks) * result)
    let weights = 4 * Double(blocking.packedWeightCount * blocking.tileBlocks)
    return max(products / 0.85 + transforms, weights / bytesPerCycle)
  }
}
