/// How long the kernels of convolutions take, by which a plan chooses among them.
///
/// A cycle multiplies and adds two vectors of operands in the first cache. Shares are of that: products that take a cycle
/// there take `1 / share` cycles in their kernel.
package struct CostModel: Hashable, Sendable {
  /// The share of windows in blocks of channels.
  package var windowShare = 0.95
  /// The share of windows that are summed tap by tap.
  package var tapShare = 0.9
  /// Cycles of loading and storing a vector of sums with every pass over the taps.
  package var sumCycles = 3.0
  /// The share of products of transformed tiles.
  package var transformShare = 0.85
  /// Cycles of transforming a block of a tile there and back: of four by four positions, and of two by two.
  package var largeTileCycles = 220.0
  package var smallTileCycles = 85.0
  /// The share of bands of plain tensors, of what `ConvolutionBlocking` estimates.
  package var plainShare = 1.0
  /// Bytes of weights that a thread reads in a cycle from behind the second cache.
  package var bytesPerCycle = 5.0
  /// Cycles of bringing a number into blocks or back: of tensors that stay in the cache, and of larger ones.
  package var nearReorderCycles = 0.8
  package var farReorderCycles = 2.0

  private init() {}

  /// The costs of the reference machine, an AMD Zen 5 with AVX-512.
  package static let reference = CostModel()

  /// The constants with their names in files and reports.
  package static let constants: [(name: String, path: any WritableKeyPath<CostModel, Double> & Sendable)] = [
    ("window_share", \.windowShare), ("tap_share", \.tapShare), ("sum_cycles", \.sumCycles),
    ("transform_share", \.transformShare), ("large_tile_cycles", \.largeTileCycles),
    ("small_tile_cycles", \.smallTileCycles), ("plain_share", \.plainShare), ("bytes_per_cycle", \.bytesPerCycle),
    ("near_reorder_cycles", \.nearReorderCycles), ("far_reorder_cycles", \.farReorderCycles),
  ]

  /// What a constant can be on any machine: up to eight times as much or as little as on the reference machine, and of
  /// what the ceiling bounds no more than that.
  package static func limits(of constant: KeyPath<CostModel, Double>) -> ClosedRange<Double> {
    let value = reference[keyPath: constant]
    let isBounded = constant == \.windowShare || constant == \.tapShare || constant == \.transformShare
    return value / 8...(isBounded ? 1 : value * 8)
  }
}
