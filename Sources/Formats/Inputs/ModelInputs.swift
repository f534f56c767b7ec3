package import Graph
package import Tensors

/// One file that the user gives as input, for one input of the model or for several by their names.
package struct InputSource: Hashable, Sendable {
  /// The input it is for: `--input image=x.npy`; nil for `--input x.npy`.
  package var name: String?
  package var path: String

  package init(name: String? = nil, path: String) {
    self.name = name
    self.path = path
  }
}

/// A tensor for every input of a model, checked against the declared types.
package struct ModelInputs: Sendable {
  /// In the order of the graph's inputs, of the element types it declares.
  package private(set) var tensors: [Tensor] = []
  /// The sizes of all symbols that occur in the inputs.
  package private(set) var symbols: [String: Int] = [:]
  /// What was changed on reading, in words, such as a conversion of integers.
  package private(set) var notes: [String] = []

  /// Reads the inputs of a graph from files; symbols may be bound before by `--shape`.
  ///
  /// A file of several tensors gives each input the tensor of its name and may hold others; a file of one tensor
  /// fits a model of one input whatever the name.
  package static func read(
    _ sources: [InputSource], for graph: Graph, symbols: [String: Int] = [:]
  ) throws(DataError) -> ModelInputs {
    try ModelInputs(InputAssignment(sources, for: graph), graph, SymbolBindings(symbols))
  }

  private init(_ assignment: InputAssignment, _ graph: Graph, _ initial: SymbolBindings) throws(DataError) {
    var bindings = initial
    var found: [String: Tensor] = [:]
    // Raw files come last: their missing size may be bound by another input.
    for port in graph.inputs.filter({ assignment.raw[$0.name] == nil })
      + graph.inputs.filter({ assignment.raw[$0.name] != nil })
    {
      let type = graph[port.value].type
      guard let shape = type.shape else { continue }
      let path = assignment.paths[port.name] ?? ""
      var tensor: Tensor
      if let given = assignment.tensors[port.name] {
        tensor = given
      } else {
        tensor = try RawFloats.read(path, shape: shape.binding(bindings.sizes))
      }
      do {
        try bindings.bind(tensor.sizes, to: shape, of: port.name, in: path)
        tensor = try converted(tensor, to: type.dtype, port: port.name, path: path)
      } catch { throw .content(error) }
      found[port.name] = tensor
    }
    tensors = graph.inputs.compactMap { found[$0.name] }
    symbols = bindings.sizes
  }

  private mutating func converted(
    _ tensor: Tensor, to dtype: DType, port: String, path: String
  ) throws(DataProblem) -> Tensor {
    if tensor.dtype == dtype { return tensor }
    switch dtype {
    case .float32:
      if !tensor.dtype.isFloat { notes.append("input '\(port)' is converted from \(tensor.dtype.rawValue) to float32") }
      return tensor.convertedToFloat32()
    case .int64:
      if let integers = tensor.convertedToInt64() { return integers }
    default: break
    }
    throw .inputElementType(port, dtype, path, tensor.dtype)
  }
}
