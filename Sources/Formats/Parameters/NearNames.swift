import Diagnostics
import Graph

/// The tensors of a file that missing parameters may have been meant by: near names of the same shape.
///
/// The work is bounded: so many parameters are compared with so many tensors of their shape.
struct NearNames {
  private static let maximumParameters = 1000
  private static let maximumCandidates = 100

  /// What other libraries call the parameters of a layer.
  private static let aliases: [String: [String]] = [
    "weight": ["gamma", "kernel", "scale", "w"], "bias": ["beta", "b", "offset"],
    "running_mean": ["moving_mean", "mean"], "running_var": ["moving_variance", "var", "variance"],
  ]

  /// The tensors that are somebody's already.
  private(set) var taken: Set<String> = []
  private var candidates: [[Int]: [String]] = [:]
  private var comparisons = 0

  init(_ tensors: [TensorDescription]) {
    for tensor in tensors { candidates[tensor.sizes, default: []].append(tensor.name) }
  }

  /// The tensor that is most likely a parameter's; it is nobody else's then.
  mutating func take(for parameter: Parameter) -> String? {
    comparisons += 1
    guard comparisons <= Self.maximumParameters, let names = candidates[parameter.declaration.sizes] else { return nil }
    let free = Array(names.lazy.filter { [taken] in !taken.contains($0) }.prefix(Self.maximumCandidates))
    let layer = parameter.name.dropLast(parameter.declaration.name.count)
    let aliases = Self.aliases[parameter.declaration.name, default: []].map { "\(layer)\($0)" }
    let alias = aliases.first { free.contains($0) }
    guard let name = alias ?? Suggestion.nearest(to: parameter.name, among: free).first else { return nil }
    taken.insert(name)
    return name
  }
}
