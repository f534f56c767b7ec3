import Graph
import KernelInterface
import Operators
import Tensors

/// A value that is computed in the memory of a concatenation.
struct ValueSlice: Hashable {
  var whole: ValueID
  /// Where it begins in an image, in elements.
  var offset: Int
}

/// Finds the inputs of concatenations that can be written in their place: made by a node in blocks of channels, and not
/// yet part of another. A concatenation that begins with another one holds it.
func placeSlices(_ graph: Graph, vectors: VectorShape) -> [ValueID: ValueSlice] {
  var slices: [ValueID: ValueSlice] = [:]
  for node in graph.nodes.reversed() {
    guard node.operation is Concat, graph[node.outputs[0]].layout != .plain else { continue }
    var offset = 0
    for input in node.inputs {
      let sizes = graph[input].type.shape?.sizes ?? []
      let count = sizes.isEmpty || sizes[0] == 0 ? 0 : (graph[input].layout.elementCount(sizes) ?? 0) / sizes[0]
      if slices[input] == nil, let producer = graph[input].producer, graph[producer].operation is any BlockedOperator,
        node.inputs.count(where: { $0 == input }) == 1
      {
        slices[input] = ValueSlice(whole: node.outputs[0], offset: offset)
      }
      offset += count
    }
  }
  return slices
}
