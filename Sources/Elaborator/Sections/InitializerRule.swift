import Glibc
import Graph

/// An initialiser by PyTorch's names (`torch.nn.init`), before it meets the sizes of a parameter.
enum InitializerRule: Hashable, Sendable {
  /// Which side of the weight keeps its variance.
  enum Fan: String, Hashable, Sendable, CaseIterable {
    case input = "fan_in"
    case output = "fan_out"
  }

  case fixed(Initializer)
  /// He and others 2015: variance gain² / fan.
  case kaiming(isNormal: Bool, fan: Fan, gain: Double)
  /// Glorot and Bengio 2010: variance gain² * 2 / (fan_in + fan_out).
  case xavier(isNormal: Bool, gain: Double)

  /// The distribution for a parameter of these sizes; nil when a fan is needed and there are fewer than two axes.
  func initializer(for sizes: [Int]) -> Initializer? {
    switch self {
    case .fixed(let initializer):
      if case .orthogonal = initializer, sizes.count < 2 { return nil }
      return initializer
    case .kaiming(let isNormal, let fan, let gain):
      guard let fans = InitializerRule.fans(sizes) else { return nil }
      let count = fan == .input ? fans.input : fans.output
      return InitializerRule.initializer(isNormal, deviation: gain / count.squareRoot())
    case .xavier(let isNormal, let gain):
      guard let fans = InitializerRule.fans(sizes) else { return nil }
      return InitializerRule.initializer(isNormal, deviation: gain * (2 / (fans.input + fans.output)).squareRoot())
    }
  }

  private static func initializer(_ isNormal: Bool, deviation: Double) -> Initializer {
    if isNormal { return .normal(mean: 0, standardDeviation: deviation) }
    return .uniform(bound: 3.0.squareRoot() * deviation)
  }

  /// The fans by PyTorch's rule: the second and the first size, each times the receptive field.
  private static func fans(_ sizes: [Int]) -> (input: Double, output: Double)? {
    guard sizes.count >= 2 else { return nil }
    let field = sizes.dropFirst(2).reduce(1.0) { $0 * Double($1) }
    return (Double(sizes[1]) * field, Double(sizes[0]) * field)
  }

  /// The gain of a nonlinearity by PyTorch's table; `slope` is that of leaky_relu.
  static func gain(of nonlinearity: String, slope: Double) -> Double? {
    switch nonlinearity {
    case "linear", "sigmoid": 1
    case "tanh": 5.0 / 3
    case "relu": 2.0.squareRoot()
    case "leaky_relu": (2 / (1 + slope * slope)).squareRoot()
    case "selu": 0.75
    default: nil
    }
  }

  static let nonlinearities = ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu"]

  /// The share of a normal distribution from `low` to `high`.
  static func share(mean: Double, deviation: Double, low: Double, high: Double) -> Double {
    let scale = deviation * 2.0.squareRoot()
    return (erf((high - mean) / scale) - erf((low - mean) / scale)) / 2
  }
}
