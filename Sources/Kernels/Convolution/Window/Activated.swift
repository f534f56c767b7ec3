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

@inline(never)
private func applyFunction(_ x: Lane, _ activation: FusedActivation) -> Lane {
  var application = LaneApplication(x: x)
  apply(activation, &application)
  return application.x
}

/// Applies a function to a tile where it was stored.
@inline(never)
func applyActivation(_ target: TileTarget, _ places: UnsafePointer<Int>, pixels: Int, blocks: Int) {
  var application = TileApplication(target: target, places: places, pixels: pixels, blocks: blocks)
  apply(target.activation, &application)
}

/// What a function is applied to.
private protocol FunctionApplication {
  mutating func apply<F: ElementFunction>(_: F.Type, _ constants: Constants)
}

private struct LaneApplication: FunctionApplication {
  var x: Lane

  @inline(__always)
  mutating func apply<F: ElementFunction>(_: F.Type, _ constants: Constants) { x = F.value(x, constants) }
}

private struct TileApplication: FunctionApplication {
  let target: TileTarget
  let places: UnsafePointer<Int>
  let pixels: Int
  let blocks: Int

  @inline(__always)
  mutating func apply<F: ElementFunction>(_: F.Type, _ constants: Constants) {
    for b in 0..<blocks {
      let block = target.result + b * target.blockStride
      for p in 0..<pixels { block.store(F.value(block.lane(places[p]), constants), places[p]) }
    }
  }
}

/// Applies the function of an activation; bounds are applied elsewhere.
@inline(__always)
private func apply(_ activation: FusedActivation, _ application: inout some FunctionApplication) {
  switch activation {
  case .none, .clamp: break
  case .leakyRelu(let slope): application.apply(LeakyRelu.self, Constants(alpha: slope))
  case .elu(let alpha): application.apply(Elu.self, Constants(alpha: alpha, beta: 1))
  case .silu: application.apply(Silu.self, Constants())
  case .sigmoid: application.apply(Sigmoid.self, Constants())
  case .hardswish: application.apply(Hardswish.self, Constants())
  case .hardsigmoid: application.apply(Hardsigmoid.self, Constants())
  case .tanh: application.apply(Tanh.self, Constants())
  case .gelu: application.apply(Gelu.self, Constants())
  case .geluTanh: application.apply(GeluTanh.self, Constants())
  case .mish: application.apply(Mish.self, Constants())
  }
}
