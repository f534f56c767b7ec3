import Graph
import KernelInterface
import Operators
import Tensors

/// Makes one node of a batch normalization by running statistics and the activation that follows it alone.
func fuseNormalizations(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept)
  var nodes: [Node?] = graph.nodes.map(Optional.some)
  for (index, node) in graph.nodes.enumerated() {
    guard let normalization = FoldedNormalization(node.operation),
      let rank = graph[node.inputs[0]].type.shape?.rank, rank > 2
    else { continue }
    var operation = BlockedNormalization(normalization)
    var fused = node
    var place = index
    if let next = uses.onlyReader(of: node.outputs[0]),
      let activation = (graph.nodes[next].operation as? any FusibleActivation)?.fused
    {
      operation.activation = activation
      operation.absorbed = [graph.nodes[next].path]
      fused.outputs = graph.nodes[next].outputs
      place = next
    }
    fused.operation = operation
    nodes[index] = nil
    nodes[place] = fused
  }
  graph.setNodes(nodes.compactMap { $0 })
}
