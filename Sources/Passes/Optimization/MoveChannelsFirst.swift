import Graph
import Operators
import Tensors

/// Computes what stands between a permutation that brings the channels last and its inverse with the channels where they
/// were: linear layers become convolutions of one cell, and the permutations go.
func moveChannelsFirst(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept)
  var nodes: [Node?] = graph.nodes.map(Optional.some)
  for index in graph.nodes.indices {
    guard nodes[index] != nil, let chain = channelsLastChain(graph, index, uses) else { continue }
    var value = graph.nodes[index].inputs[0]
    for (place, operation) in chain.dropLast() {
      var node = graph.nodes[place]
      let type = graph[node.outputs[0]].type
      let sizes = type.shape?.dimensions ?? []
      node.operation = operation
      node.inputs = [value]
      value = graph.addValue(
        TensorType(Shape([sizes[0], sizes[sizes.count - 1]] + sizes[1..<sizes.count - 1])), .plain)
      node.outputs = [value]
      nodes[place] = node
    }
    guard let last = chain.last?.place, let end = chain.dropLast().last?.place else { continue }
    nodes[end]?.outputs = graph.nodes[last].outputs
    nodes[index] = nil
    nodes[last] = nil
  }
  graph.setNodes(nodes.compactMap { $0 })
}

/// The nodes behind a permutation that brings the channels last, with what computes the same with channels first, up to
/// the inverse permutation; nil when there is none.
private func channelsLastChain(
  _ graph: Graph, _ index: Int, _ uses: ValueUses
) -> [(place: Int, operation: any Operator)]? {
  let first = graph.nodes[index]
  guard let rank = graph[first.inputs[0]].type.shape?.rank, rank > 2, order(first, rank) == [0] + Array(2..<rank) + [1]
  else { return nil }
  var chain: [(place: Int, operation: any Operator)] = []
  var value = first.outputs[0]
  while let place = uses.onlyReader(of: value) {
    let node = graph.nodes[place]
    if order(node, rank) == [0, rank - 1] + Array(1..<rank - 1) {
      chain.append((place, node.operation))
      return chain.count > 1 ? chain : nil
    }
    guard node.inputs.count == 1, let operation = channelsFirst(node.operation, rank) else { return nil }
    chain.append((place, operation))
    value = node.outputs[0]
  }
  return nil
}

/// The order in which a node puts the axes, when it is a permutation.
private func order(_ node: Node, _ rank: Int) -> [Int]? { (node.operation as? Permute)?.order(rank: rank) }

/// What does to axis 1 what an operator does to the last one.
private func channelsFirst(_ operation: any Operator, _ rank: Int) -> (any Operator)? {
  switch operation {
  case let layer as Linear: return layer.pointwise(axes: rank - 2)
  case let layer as LayerNorm: return layer.overChannels
  case is any FusibleActivation: return operation
  default: return nil
  }
}
