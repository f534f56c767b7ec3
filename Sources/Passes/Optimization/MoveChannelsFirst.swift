import Graph
import Operators
import Tensors

/// Computes what stands between a permutation that brings the channels last and its inverse with the channels where they
/// were: linear layers become convolutions of one cell, and the permutations go.
func moveChannelsFirst(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept)
  var nodes: [Node?] = graph.nodes.map(Optional.some)
  for index in graph.nodes.indices {
    // The permutation that ends a chain may look as if it began another one.
    guard nodes[index] != nil, let chain = ChannelsLastChain(graph, from: index, uses) else { continue }
    var value = graph.nodes[index].inputs[0]
    for (place, operation) in chain.operations {
      let isLast = place == chain.operations.last?.place
      var node = graph.nodes[place]
      node.operation = operation
      node.inputs = [value]
      value = isLast ? graph.nodes[chain.end].outputs[0] : graph.addValue(chain.type(of: node, graph), .plain)
      node.outputs = [value]
      nodes[place] = node
    }
    nodes[index] = nil
    nodes[chain.end] = nil
  }
  graph.setNodes(nodes.compactMap { $0 })
}

/// What stands between a permutation that brings the channels last and its inverse.
private struct ChannelsLastChain {
  /// The nodes in between, at least one, with what computes the same with channels first.
  private(set) var operations: [(place: Int, operation: any Operator)] = []
  /// The inverse.
  private(set) var end = 0

  /// nil where no such chain begins, or where a node in it is needed elsewhere or cannot be moved.
  init?(_ graph: Graph, from index: Int, _ uses: ValueUses) {
    let first = graph.nodes[index]
    guard let rank = (first.inputs.first.flatMap { graph[$0].type.shape })?.rank, rank > 2,
      Self.order(first, rank) == [0] + Array(2..<rank) + [1]
    else { return nil }
    var value = first.outputs[0]
    while let place = uses.onlyReader(of: value) {
      let node = graph.nodes[place]
      if Self.order(node, rank) == [0, rank - 1] + Array(1..<rank - 1) {
        end = place
        break
      }
      guard node.inputs.count == 1, let operation = Self.channelsFirst(node.operation, rank) else { return nil }
      operations.append((place, operation))
      value = node.outputs[0]
    }
    if end == 0 || operations.isEmpty { return nil }
  }

  /// The type of what a node of the chain makes, with the channels first.
  func type(of node: Node, _ graph: Graph) -> TensorType {
    let sizes = graph[node.outputs[0]].type.shape?.dimensions ?? []
    return TensorType(Shape([sizes[0], sizes[sizes.count - 1]] + sizes[1..<sizes.count - 1]))
  }

  /// The order in which a node puts the axes, when it is a permutation.
  private static func order(_ node: Node, _ rank: Int) -> [Int]? { (node.operation as? Permute)?.order(rank: rank) }

  /// What does to axis 1 what an operator does to the last one.
  private static func channelsFirst(_ operation: any Operator, _ rank: Int) -> (any Operator)? {
    switch operation {
    case let layer as Linear: layer.pointwise(axes: rank - 2)
    case let layer as LayerNorm: layer.overChannels
    case is any FusibleActivation: operation
    default: nil
    }
  }
}
