import KernelInterface
import Operators

/// A convolution whose time shows one constant of the cost model, when all others are known.
struct CostProbe: Sendable {
  /// How it is computed.
  enum Way: Sendable {
    case windows, taps, largeTiles, smallTiles, bands
    /// By windows too, of which only the time that its tensors take into blocks and back counts.
    case reorders
  }

  let constant: any WritableKeyPath<CostModel, Double> & Sendable
  let way: Way
  let channels: (input: Int, output: Int)
  /// The height and width of its input and output.
  let size: Int
  var kernelSize = 3
  /// Whether all threads run it, as what they read and write comes from the memory that they share.
  var sharesMemory = false

  static let all: [CostProbe] = [
    CostProbe(constant: \.windowShare, way: .windows, channels: (128, 128), size: 28),
    CostProbe(constant: \.tapShare, way: .taps, channels: (256, 256), size: 28),
    CostProbe(constant: \.sumCycles, way: .taps, channels: (16, 384), size: 40),
    CostProbe(constant: \.transformShare, way: .largeTiles, channels: (128, 128), size: 56),
    CostProbe(constant: \.largeTileCycles, way: .largeTiles, channels: (32, 32), size: 112),
    CostProbe(constant: \.smallTileCycles, way: .smallTiles, channels: (32, 32), size: 56),
    CostProbe(constant: \.plainShare, way: .bands, channels: (64, 64), size: 56),
    CostProbe(
      constant: \.bytesPerCycle, way: .windows, channels: (4096, 2048), size: 1, kernelSize: 1, sharesMemory: true),
    CostProbe(constant: \.nearReorderCycles, way: .reorders, channels: (32, 32), size: 112, kernelSize: 1),
    CostProbe(
      constant: \.farReorderCycles, way: .reorders, channels: (32, 32), size: 480, kernelSize: 1, sharesMemory: true),
  ]

  static let path = "probe"

  /// The model, in which the convolution stands between two others, so that it reads and writes blocks, unless it has no
  /// border and does so anyway.
  var model: String {
    func layer(_ name: String, _ outputs: Int, _ kernelSize: Int) -> String {
      "  - conv2d: {name: \(name), out_channels: \(outputs), kernel_size: \(kernelSize), "
        + "padding: \(kernelSize / 2), bias: false}\n"
    }
    let probe = layer(Self.path, channels.output, kernelSize)
    let layers =
      kernelSize == 1 ? probe : layer("before", channels.input, 1) + probe + layer("behind", channels.output, 1)
    let input = "[1, \(channels.input), \(size), \(size)]"
    return "cnnc: 1\nmodel: probe\ninput: \(input)\nlayers:\n\(layers)"
  }

  /// Whether layers are joined and computed in blocks.
  var isOptimized: Bool { way != .bands }

  /// Costs by which the convolution is computed in its way, for every other one would take forever.
  func forcing(_ costs: CostModel) -> CostModel {
    var costs = costs
    let (none, forever) = (1e-12, 1e12)
    if isOptimized { costs.plainShare = none }
    switch way {
    case .bands: break
    case .windows, .reorders: (costs.tapShare, costs.transformShare) = (none, none)
    case .taps: (costs.windowShare, costs.transformShare) = (none, none)
    case .largeTiles: (costs.windowShare, costs.tapShare, costs.smallTileCycles) = (none, none, forever)
    case .smallTiles: (costs.windowShare, costs.tapShare, costs.largeTileCycles) = (none, none, forever)
    }
    return costs
  }

  /// What is measured of its convolution, by estimate.
  func cycles(_ convolution: FusedConvolution, _ vectors: VectorShape, _ costs: CostModel) -> Double {
    var vectors = vectors
    vectors.costs = forcing(costs)
    return switch way {
    case .windows, .taps, .largeTiles, .smallTiles: convolution.cycles(vectors)
    case .bands: convolution.plainCycles(vectors)
    case .reorders: convolution.reorderCycles(vectors)
    }
  }
}
