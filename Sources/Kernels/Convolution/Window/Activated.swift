import KernelInterface

/// Where the sums of a tile go, and what they are added to: the first block of a panel, with the floats between blocks.
typealias TileTarget = (
  result: UnsafeMutablePointer<Float>, addend: UnsafePointer<Float>?, blockStride: Int, activation: FusedActivation
)

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

/// Applies an activation to one vector.
@inline(__always)
func activated(_ x: Lane, _ activation: FusedActivation) -> Lane {
  switch activation {
  case .none: x
  case .clamp(let low, let high): x.clamped(low, high)
  default: applyFunction(x, activation)
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

@inline(never)
private func applyFunction(_ x: Lane, _ activation: FusedActivation) -> Lane {
  switch activation {
  case .none, .clamp: x
  case .leakyRelu(let slope): LeakyRelu.value(x, Constants(alpha: slope))
  case .elu(let alpha): Elu.value(x, Constants(alpha: alpha, beta: 1))
  case .silu: Silu.value(x, Constants())
  case .sigmoid: Sigmoid.value(x, Constants())
  case .hardswish: Hardswish.value(x, Constants())
  case .hardsigmoid: Hardsigmoid.value(x, Constants())
  case .tanh: Tanh.value(x, Constants())
  case .gelu: Gelu.value(x, Constants())
  case .geluTanh: GeluTanh.value(x, Constants())
  case .mish: Mish.value(x, Constants())
  }
}
