import KernelInterface

/// Where the sums of a tile go: the first block of a panel, with the floats between blocks.
typealias TileTarget = (
  result: UnsafeMutablePointer<Float>, addend: UnsafePointer<Float>?, blockStride: Int, activation: FusedActivation
)

/// Adds, applies the activation, and stores.
@inline(__always)
func finishTile<let pixels: Int, let blocks: Int>(
  _ sums: InlineArray<pixels, InlineArray<blocks, Lane>>, _ places: UnsafePointer<Int>, _ target: TileTarget
) {
  var sums = sums
  if let addend = target.addend {
    for p in 0..<pixels {
      for b in 0..<blocks { sums[p][b] += addend.lane(places[p] + b * target.blockStride) }
    }
  }
  if case .clamp(let low, let high) = target.activation {
    for p in 0..<pixels {
      for b in 0..<blocks { sums[p][b] = sums[p][b].clamped(low, high) }
    }
  }
  for p in 0..<pixels {
    for b in 0..<blocks { target.result.store(sums[p][b], places[p] + b * target.blockStride) }
  }
  if target.activation.isFunction { applyActivation(target, places, pixels: pixels, blocks: blocks) }
}

extension FusedActivation {
  /// Whether it is more than bounds.
  var isFunction: Bool {
    @inline(__always) get {
      switch self {
      case .none, .clamp: false
      default: true
      }
    }
  }
}

/// Applies a function to a tile where it was stored.
@inline(never)
func applyActivation(_ target: TileTarget, _ places: UnsafePointer<Int>, pixels: Int, blocks: Int) {
  switch target.activation {
  case .none, .clamp: break
  case .leakyRelu(let slope): apply(LeakyRelu.self, Constants(alpha: slope), target, places, pixels, blocks)
  case .elu(let alpha): apply(Elu.self, Constants(alpha: alpha, beta: 1), target, places, pixels, blocks)
  case .silu: apply(Silu.self, Constants(), target, places, pixels, blocks)
  case .sigmoid: apply(Sigmoid.self, Constants(), target, places, pixels, blocks)
  case .hardswish: apply(Hardswish.self, Constants(), target, places, pixels, blocks)
  case .hardsigmoid: apply(Hardsigmoid.self, Constants(), target, places, pixels, blocks)
  case .tanh: apply(Tanh.self, Constants(), target, places, pixels, blocks)
  case .gelu: apply(Gelu.self, Constants(), target, places, pixels, blocks)
  case .geluTanh: apply(GeluTanh.self, Constants(), target, places, pixels, blocks)
  case .mish: apply(Mish.self, Constants(), target, places, pixels, blocks)
  }
}

@inline(__always)
private func apply<F: ElementFunction>(
  _: F.Type, _ constants: Constants, _ target: TileTarget, _ places: UnsafePointer<Int>, _ pixels: Int, _ blocks: Int
) {
  for b in 0..<blocks {
    let block = target.result + b * target.blockStride
    for p in 0..<pixels { block.store(F.value(block.lane(places[p]), constants), places[p]) }
  }
}
