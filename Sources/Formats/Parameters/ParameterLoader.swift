package import Diagnostics
package import Graph
import Tensors

extension ParameterStore {
  /// Takes the values of a graph from the tensors of a weights file; reports all that does not fit at once.
  ///
  /// Names are state_dict names. Floats of other widths are converted to float32; `num_batches_tracked` may be
  /// missing or more than the model has. `place` is where the file is named, and `path` its name.
  package static func load(
    _ weights: TensorCollection, for graph: Graph, from path: String, namedAt place: Span,
    reporting diagnostics: inout [Diagnostic]
  ) -> ParameterStore? {
    var loader = ParameterLoader(weights: weights, graph: graph, path: path, place: place)
    let tensors = loader.tensors()
    diagnostics += loader.diagnostics.inReportOrder()
    return loader.diagnostics.isEmpty ? ParameterStore(tensors: tensors) : nil
  }

  /// Reads a `.safetensors` or `.npz` file of weights.
  package static func readWeights(_ path: String) throws(DataError) -> TensorCollection {
    let type: DataFileType
    do { type = try DataFileType(path: path) } catch { throw .content(error) }
    switch type {
    case .safetensors: return try Safetensors.read(path)
    case .npz: return try NPZ.read(path)
    case .bin, .npy: throw .content(.weightsWithoutNames(path))
    }
  }
}

/// Compares the tensors of one weights file with the parameters of one graph.
private struct ParameterLoader {
  let weights: TensorCollection
  let graph: Graph
  let path: String
  let place: Span
  var diagnostics: [Diagnostic] = []

  init(weights: TensorCollection, graph: Graph, path: String, place: Span) {
    self.weights = weights
    self.graph = graph
    self.path = path
    self.place = place
  }

  /// PyTorch's count of training steps, which files of before 2018 lack and models without it ignore.
  private static let counter = "num_batches_tracked"
  /// Near names are sought among so many, because each missing name is compared with each of them.
  private static let maximumCandidates = 1000

  mutating func tensors() -> [Tensor] {
    let names = Set(graph.parameters.map(\.name))
    let unexpected = weights.names.filter {
      !names.contains($0) && $0.split(separator: ".").last.map(String.init) != ParameterLoader.counter
    }
    if let prefix = commonPrefix(of: unexpected, names) {
      diagnostics.append(.prefixedNames(prefix, path, at: place))
      return []
    }
    let tensors = graph.parameters.compactMap { tensor(for: $0) }
    let taken = reportMissing(unexpected)
    reportUnexpected(unexpected.filter { !taken.contains($0) }, names)
    return tensors
  }

  private mutating func tensor(for parameter: Parameter) -> Tensor? {
    let declaration = parameter.declaration
    guard let tensor = weights[parameter.name] else {
      return declaration.name == ParameterLoader.counter
        ? Tensor(zeros: declaration.sizes, dtype: declaration.dtype) : nil
    }
    let node = graph[parameter.node]
    if tensor.sizes != declaration.sizes {
      diagnostics.append(.parameterShape(parameter, node, path, found: tensor.sizes))
      return nil
    }
    if tensor.dtype == declaration.dtype { return tensor }
    if declaration.dtype == .float32, tensor.dtype.isFloat { return tensor.convertedToFloat32() }
    if declaration.dtype == .int64, let integers = tensor.convertedToInt64() { return integers }
    diagnostics.append(.parameterElementType(parameter, node, path, found: tensor.dtype))
    return nil
  }

  /// Reports missing parameters layer by layer; returns the tensors of near names that they were perhaps meant to be.
  private mutating func reportMissing(_ unexpected: [String]) -> Set<String> {
    let unexpected = unexpected.prefix(ParameterLoader.maximumCandidates)
    var taken: Set<String> = []
    for node in graph.nodes {
      let missing = node.parameters.map { graph[$0] }.filter {
        weights[$0.name] == nil && $0.declaration.name != ParameterLoader.counter
      }
      if missing.isEmpty { continue }
      var help: [String] = []
      for parameter in missing {
        let candidates = unexpected.filter {
          !taken.contains($0) && weights[$0]?.sizes == parameter.declaration.sizes
        }
        guard let near = Suggestion.nearest(to: parameter.name, among: candidates).first else { continue }
        taken.insert(near)
        help.append("the file has '\(near)' of this shape")
      }
      diagnostics.append(.missingParameters(missing, node, path, help: help))
    }
    return taken
  }

  /// Reports tensors that no parameter takes, those of one layer together.
  private mutating func reportUnexpected(_ unexpected: [String], _ names: Set<String>) {
    var layers: [String] = []
    var members: [String: [String]] = [:]
    for name in unexpected {
      let layer = name.split(separator: ".").dropLast().joined(separator: ".")
      if members[layer] == nil { layers.append(layer) }
      members[layer, default: []].append(name)
    }
    for layer in layers {
      diagnostics.append(.unexpectedTensors(members[layer] ?? [], path, at: place))
    }
  }

  /// A first part, such as `module.`, that keeps every name of the file from being a parameter's.
  private func commonPrefix(of unexpected: [String], _ names: Set<String>) -> String? {
    guard let first = unexpected.first, let dot = first.firstIndex(of: ".") else { return nil }
    let prefix = String(first[...dot])
    let stripped = unexpected.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    guard stripped.count == unexpected.count, !weights.names.contains(where: names.contains),
      stripped.contains(where: names.contains)
    else { return nil }
    return prefix
  }
}

extension DiagnosticCode {
  package static let missingParameter = DiagnosticCode(
    "E0510", "missing-parameter",
    explanation: """
      A weights file must hold every parameter of the model under its state_dict name: the layer's path, a dot, and \
      `weight`, `bias`, `running_mean` and so on. Only `num_batches_tracked` may be missing. `cnnc summary` shows \
      the paths; a layer without a name is called by its position in its scope.
      """,
    exampleKind: .words,
    bad: "Weights of ResNet-18 for a model whose stem is named `stem` instead of `conv1`.",
    good: "The same weights for a model whose layers have torchvision's names.")

  package static let unexpectedParameter = DiagnosticCode(
    "E0511", "unexpected-parameter",
    explanation: """
      Every tensor of a weights file must belong to a parameter of the model, so that a file of another network is \
      not taken for this one. Only `num_batches_tracked` may be there without one.
      """,
    exampleKind: .words,
    bad: "A checkpoint of `nn.DataParallel`, whose names all begin with `module.`.",
    good: "The checkpoint saved from `model.module.state_dict()`.")

  package static let parameterShape = DiagnosticCode(
    "E0512", "parameter-shape",
    explanation: """
      A tensor of a weights file must have the shape of its parameter, which follows from the layer's attributes and \
      its input. Layouts are PyTorch's: a convolution's weight is (out, in / groups, kernel...), a transposed \
      convolution's (in, out / groups, kernel...), a linear layer's (out, in).
      """,
    exampleKind: .words,
    bad: "Weights with `fc.weight` of shape (1000, 512) for a model with `num_classes: 10`.",
    good: "The same weights with `--set num_classes=1000`.")

  package static let parameterElementType = DiagnosticCode(
    "E0513", "parameter-element-type",
    explanation: """
      Weights are float32; files may hold them as float16, bfloat16 or float64, which are converted. Integers and \
      booleans are no weights: quantised files need the scales that belong to them.
      """,
    exampleKind: .words,
    bad: "A file with `conv1.weight` as int32.",
    good: "The file with `conv1.weight` as float32.")
}

extension DataProblem {
  fileprivate static func weightsWithoutNames(_ path: String) -> DataProblem {
    DataProblem(.unknownFileType, "weights must be a .safetensors or .npz file, which have names: '\(path)' is neither")
  }
}

extension Diagnostic {
  fileprivate static func missingParameters(
    _ missing: [Parameter], _ node: Node, _ path: String, help: [String]
  ) -> Diagnostic {
    let list = missing.map { "'\($0.name)' \($0.declaration.sizes)" }.joined(separator: ", ")
    return Diagnostic(
      .missingParameter, "weights must hold every parameter: '\(path)' lacks \(list)",
      at: Label(node.origin.span, "needs \(missing.count == 1 ? "it" : "them")"), help: help, layer: node.path)
  }

  fileprivate static func unexpectedTensors(_ names: [String], _ path: String, at place: Span) -> Diagnostic {
    let belong = names.count == 1 ? "is no parameter" : "are no parameters"
    return Diagnostic(
      .unexpectedParameter,
      "weights must belong to the model: \(quotedList(names.map(\.escapingControls))) in '\(path)' \(belong)",
      at: Label(place))
  }

  fileprivate static func prefixedNames(_ prefix: String, _ path: String, at place: Span) -> Diagnostic {
    Diagnostic(
      .unexpectedParameter,
      "weights must have the model's names: every name in '\(path)' begins with '\(prefix.escapingControls)'",
      at: Label(place),
      help: ["save the inner module's state_dict, or rename the tensors without '\(prefix.escapingControls)'"])
  }

  fileprivate static func parameterShape(
    _ parameter: Parameter, _ node: Node, _ path: String, found: [Int]
  ) -> Diagnostic {
    let sizes = parameter.declaration.sizes
    let isTransposed = sizes.count == 2 && found == [sizes[1], sizes[0]]
    return Diagnostic(
      .parameterShape, "'\(parameter.name)' must be \(sizes): '\(path)' holds \(found)",
      at: Label(node.origin.span, "makes it \(sizes)"), help: isTransposed ? ["the file has it transposed"] : [],
      layer: node.path)
  }

  fileprivate static func parameterElementType(
    _ parameter: Parameter, _ node: Node, _ path: String, found: DType
  ) -> Diagnostic {
    Diagnostic(
      .parameterElementType,
      "'\(parameter.name)' must be \(parameter.declaration.dtype.rawValue): '\(path)' holds \(found.rawValue)",
      at: Label(node.origin.span), layer: node.path)
  }
}
