import Graph

/// Which nodes read each value of a graph.
struct ValueUses {
  /// By the value's index, in order; a node that reads a value twice is there twice.
  private var nodes: [[Int]]
  private var isLasting: [Bool]

  init(_ graph: Graph, keeping kept: Set<ValueID>) {
    nodes = Array(repeating: [], count: graph.values.count)
    isLasting = Array(repeating: false, count: graph.values.count)
    for (index, node) in graph.nodes.enumerated() {
      for input in node.inputs { nodes[input.index].append(index) }
    }
    for value in graph.outputs.map(\.value) + kept { isLasting[value.index] = true }
  }

  /// The nodes that read a value.
  func readers(of value: ValueID) -> [Int] { nodes[value.index] }

  /// The one node that reads a value, which is not read after the run either.
  func onlyReader(of value: ValueID) -> Int? {
    nodes[value.index].count == 1 && !isLasting[value.index] ? nodes[value.index][0] : nil
  }
}
