import Glibc
package import Graph
package import Tensors

/// The values of every parameter of a graph.
package struct ParameterStore: Sendable {
  /// In the order of the graph's parameters; float32, or int64 for counters.
  package let tensors: [Tensor]

  init(tensors: [Tensor]) { self.tensors = tensors }

  package subscript(id: ParameterID) -> Tensor { tensors[id.index] }

  /// Draws the values that a graph begins with when no weights are given.
  ///
  /// The values of a parameter depend on the seed and its name alone: not on order, threads, or other parameters.
  package init(initializing graph: Graph, seed: UInt64) throws(DataError) {
    tensors = try ParameterStore.allocate(graph.parameters)
    for (parameter, tensor) in zip(graph.parameters, tensors) {
      parameter.declaration.initializer.fill(tensor, from: RandomStream(seed: seed, name: parameter.name))
    }
  }

  /// The values by the names of the parameters, as a state_dict has them.
  package func named(in graph: Graph) -> TensorCollection {
    TensorCollection(zip(graph.parameters, tensors).map { (name: $0.name, tensor: $1) })
  }

  /// Writes all values to a safetensors file that PyTorch and `--weights` read.
  package func save(_ graph: Graph, to path: String) throws(FileError) {
    let named = named(in: graph)
    let tensors = named.entries.map { (name: $0.name, tensor: $0.tensor) }
    try Safetensors.write(TensorCollection(tensors, metadata: ["format": "pt"]), to: path)
  }

  /// Tensors of zeros next to each other in one allocation, each from a cache line on.
  private static func allocate(_ parameters: [Parameter]) throws(DataError) -> [Tensor] {
    var offsets: [Int] = []
    var total = 0
    for parameter in parameters {
      offsets.append(total)
      let layout = TensorLayout(sizes: parameter.declaration.sizes, dtype: parameter.declaration.dtype)
      guard let size = layout?.byteCount, size < Int.max / 2 - total else { throw .outOfMemory }
      total += (size + TensorStorage.alignment - 1) / TensorStorage.alignment * TensorStorage.alignment
    }
    guard let storage = storage(byteCount: total) else { throw .outOfMemory }
    return zip(parameters, offsets).map { parameter, offset in
      Tensor(
        sizes: parameter.declaration.sizes, dtype: parameter.declaration.dtype, storage: storage, byteOffset: offset)
    }
  }

  /// Zeroed pages of the system; nil when there are not enough.
  private static func storage(byteCount: Int) -> TensorStorage? {
    if byteCount == 0 { return TensorStorage(byteCount: 0) }
    // All pages at once take half the time of one fault for each.
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE
    guard let address = mmap(nil, byteCount, PROT_READ | PROT_WRITE, flags, -1, 0), address != MAP_FAILED else {
      return nil
    }
    return TensorStorage(adopting: address, byteCount: byteCount) { munmap($0, $1) }
  }
}
