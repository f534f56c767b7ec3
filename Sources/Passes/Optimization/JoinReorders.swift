import Graph
import Operators
import Tensors

/// Lets convolutions read and write plain tensors themselves, where a reorder served them alone.
func joinReorders(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept.union(context.plainForm.values))
  var nodes: [Node?] = graph.nodes.map(Optional.some)
  for (index, node) in graph.nodes.enumerated() where node.operation is Reorder {
    let (read, written) = (node.inputs[0], node.outputs[0])
    if graph[written].layout == .plain {
      guard uses.onlyReader(of: read) == index, let writer = graph[read].producer?.index,
        let convolution = (nodes[writer]?.operation as? FusedConvolution)?.unblockingResult(context.vectors)
      else { continue }
      nodes[writer]?.operation = convolution
      nodes[writer]?.outputs[0] = written
    } else {
      guard let reader = uses.onlyReader(of: written), graph.nodes[reader].inputs[0] == written,
        let convolution = (nodes[reader]?.operation as? FusedConvolution)?.blockingSource(context.vectors)
      else { continue }
      nodes[reader]?.operation = convolution
      nodes[reader]?.inputs[0] = read
    }
    nodes[index] = nil
  }
  graph.setNodes(nodes.compactMap { $0 })
}
