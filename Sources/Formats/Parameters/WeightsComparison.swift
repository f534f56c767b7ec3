import Diagnostics
import Graph
import Tensors

/// Compares the tensors of one weights file, as its headers describe them, with the parameters of one graph.
///
/// Everything that does not fit is found at once; where the whole file is another model's, or has all its names behind a
/// prefix, that is one finding. `num_batches_tracked` may be missing or more than the model has.
struct WeightsComparison {
  private let graph: Graph
  private let path: String
  private let place: Span
  private let tensors: [String: TensorDescription]
  /// The tensors that no parameter has the name of, in the order of the file.
  private let unexpected: [TensorDescription]
  private var diagnostics: [Diagnostic] = []
  private var isForeign = false

  /// - Parameters:
  ///   - path: what messages call the file.
  ///   - place: where the file is named.
  init(_ descriptions: [TensorDescription], _ graph: Graph, path: String, namedAt place: Span) {
    self.graph = graph
    self.path = path
    self.place = place
    tensors = Dictionary(descriptions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(graph.parameters.map(\.name))
    unexpected = descriptions.filter { !names.contains($0.name) && !Self.isCounter($0.name) }
  }

  /// PyTorch's count of training steps, which files of before 2018 lack and models without it ignore.
  static let counter = "num_batches_tracked"
  /// Fewer parameters than this are always named one by one.
  private static let fewParameters = 4
  /// Tensors of more layers than this that no parameter takes are one finding.
  private static let namedLayers = 4

  private static func isCounter(_ name: String) -> Bool { name == counter || name.hasSuffix("." + counter) }

  /// All findings in report order, and whether the file may be another model's.
  static func verdict(
    _ descriptions: [TensorDescription], _ graph: Graph, path: String, namedAt place: Span
  ) -> (findings: [Diagnostic], isForeign: Bool) {
    var comparison = WeightsComparison(descriptions, graph, path: path, namedAt: place)
    comparison.compare()
    return (comparison.diagnostics.inReportOrder(), comparison.isForeign)
  }

  private mutating func compare() {
    let needed = graph.parameters.filter { $0.declaration.name != Self.counter }
    let missing = needed.filter { tensors[$0.name] == nil }
    if missing.count * 2 >= needed.count, let shift = NameShift(from: unexpected, to: missing) {
      let found = needed.filter { tensor(for: $0, shift) != nil }
      let fits = found.count { tensor(for: $0, shift)?.fits($0) ?? false }
      return diagnostics.append(
        .shiftedNames(shift, path, found: found.count, fits: fits, of: needed.count, at: place))
    }
    let fits = needed.count { tensors[$0.name]?.fits($0) ?? false }
    if fits * 10 < needed.count, needed.count >= Self.fewParameters, !tensors.isEmpty {
      isForeign = true
      let named = needed.compactMap { tensors[$0.name] }
      return diagnostics.append(
        .foreignWeights(
          path, needed: needed.map(TensorDescription.init), held: unexpected + named, named: named.count, fits: fits,
          at: place))
    }
    for parameter in graph.parameters { check(parameter) }
    let taken = reportMissing()
    reportUnexpected(unexpected.map(\.name).filter { !taken.contains($0) })
  }

  private func tensor(for parameter: Parameter, _ shift: NameShift) -> TensorDescription? {
    tensors[parameter.name] ?? shift.source(of: parameter.name).flatMap { tensors[$0] }
  }

  /// Checks the shape and type of a parameter that the file has.
  private mutating func check(_ parameter: Parameter) {
    guard let tensor = tensors[parameter.name] else { return }
    let node = graph[parameter.node]
    if tensor.sizes != parameter.declaration.sizes {
      diagnostics.append(.parameterShape(parameter, node, path, found: tensor.sizes))
    } else if !tensor.fits(parameter) {
      diagnostics.append(.parameterElementType(parameter, node, path, found: tensor.dtype))
    }
  }

  /// Reports missing parameters layer by layer; returns the tensors of near names that they were perhaps meant to be.
  private mutating func reportMissing() -> Set<String> {
    var near = NearNames(unexpected)
    for node in graph.nodes {
      let missing = node.parameters.map { graph[$0] }.filter {
        tensors[$0.name] == nil && $0.declaration.name != Self.counter
      }
      if missing.isEmpty { continue }
      let help = missing.compactMap { near.take(for: $0) }.map { "the file has '\($0)' of this shape" }
      diagnostics.append(.missingParameters(missing, node, path, help: help))
    }
    return near.taken
  }

  /// Reports tensors that no parameter takes, those of one layer together.
  private mutating func reportUnexpected(_ names: [String]) {
    var layers: [String] = []
    var members: [String: [String]] = [:]
    for name in names {
      let layer = name.split(separator: ".").dropLast().joined(separator: ".")
      if members[layer] == nil { layers.append(layer) }
      members[layer, default: []].append(name)
    }
    if layers.count > Self.namedLayers {
      isForeign = true
      diagnostics.append(.unexpectedLayers(names.count, of: layers, path, at: place))
    } else {
      for layer in layers { diagnostics.append(.unexpectedTensors(members[layer] ?? [], path, at: place)) }
    }
  }
}

extension TensorDescription {
  /// The tensor that a parameter needs.
  fileprivate init(_ parameter: Parameter) {
    self.init(name: parameter.name, sizes: parameter.declaration.sizes, dtype: parameter.declaration.dtype)
  }

  /// Whether the values can be the parameter's: floats of every width, and integers of every width for counters.
  func fits(_ parameter: Parameter) -> Bool {
    let declaration = parameter.declaration
    guard sizes == declaration.sizes else { return false }
    return dtype == declaration.dtype || declaration.dtype == .float32 && dtype.isFloat
      || declaration.dtype == .int64 && !dtype.isFloat
  }
}
