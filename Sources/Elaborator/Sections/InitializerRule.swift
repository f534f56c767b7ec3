import Graph

/// A way to draw a weight by its name in PyTorch's `torch.nn.init`.
enum InitializerRule: Hashable {
  enum Fan: String { case fanIn = "fan_in", fanOut = "fan_out" }

  case kaimingNormal(Fan)
  case kaimingUniform(Fan)
  case xavierNormal
  case xavierUniform
  case normal(mean: Double, standardDeviation: Double)
  case uniform(bound: Double)
  case constant(Double)

  static let names = [
    "kaiming_normal", "kaiming_uniform", "xavier_normal", "xavier_uniform", "normal", "uniform", "constant", "zeros",
    "ones",
  ]

  /// Reads a rule from its name and arguments; nil when either is wrong.
  ///
  /// Gains are those for ReLU, `sqrt(2)`, for the Kaiming rules and 1 for the others.
  init?(name: String, arguments: [String: AttributeValue]) {
    var left = arguments
    func number(_ key: String, default standard: Double) -> Double? {
      guard let value = left.removeValue(forKey: key) else { return standard }
      return try? Double(value)
    }
    func fan() -> Fan? {
      guard let value = left.removeValue(forKey: "mode") else { return .fanIn }
      return (try? String(value)).flatMap(Fan.init)
    }
    let rule: InitializerRule?
    switch name {
    case "kaiming_normal": rule = fan().map(Self.kaimingNormal)
    case "kaiming_uniform": rule = fan().map(Self.kaimingUniform)
    case "xavier_normal": rule = .xavierNormal
    case "xavier_uniform": rule = .xavierUniform
    case "normal":
      let (mean, deviation) = (number("mean", default: 0), number("std", default: 1))
      guard let mean, let deviation, deviation >= 0 else { return nil }
      rule = .normal(mean: mean, standardDeviation: deviation)
    case "uniform": rule = number("bound", default: 1).map(Self.uniform)
    case "constant": rule = number("value", default: 0).map(Self.constant)
    case "zeros": rule = .constant(0)
    case "ones": rule = .constant(1)
    default: rule = nil
    }
    guard let rule, left.isEmpty else { return nil }
    self = rule
  }

  /// The distribution for a weight of these sizes, with fans as PyTorch counts them: `fan_in` is the second size times
  /// the window, `fan_out` the first.
  func initializer(for sizes: [Int]) -> Initializer {
    let window = sizes.dropFirst(2).reduce(1.0) { $0 * Double($1) }
    let fanIn = window * Double(sizes.count > 1 ? sizes[1] : sizes.first ?? 1)
    let fanOut = window * Double(sizes.first ?? 1)
    func size(of fan: Fan) -> Double { max(fan == .fanIn ? fanIn : fanOut, 1) }
    switch self {
    case .kaimingNormal(let fan): return .normal(mean: 0, standardDeviation: (2 / size(of: fan)).squareRoot())
    case .kaimingUniform(let fan): return .uniform(bound: (6 / size(of: fan)).squareRoot())
    case .xavierNormal: return .normal(mean: 0, standardDeviation: (2 / max(fanIn + fanOut, 1)).squareRoot())
    case .xavierUniform: return .uniform(bound: (6 / max(fanIn + fanOut, 1)).squareRoot())
    case .normal(let mean, let deviation): return .normal(mean: mean, standardDeviation: deviation)
    case .uniform(let bound): return .uniform(bound: bound)
    case .constant(let value): return .constant(value)
    }
  }
}
