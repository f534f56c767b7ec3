import Graph
import Operators

/// Makes one node of a pointwise convolution and the depthwise one that alone reads its result. The node stands where the
/// depthwise one stood.
func fuseDepthwise(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept)
  var nodes: [Node?] = graph.nodes.map(Optional.some)
  for (index, node) in graph.nodes.enumerated() {
    guard node.outputs.count == 1, let reader = uses.onlyReader(of: node.outputs[0]),
      let operation = PointwiseDepthwise(node, graph.nodes[reader], vectors: context.vectors)
    else { continue }
    var fused = node
    fused.operation = operation
    fused.outputs = graph.nodes[reader].outputs
    fused.parameters += graph.nodes[reader].parameters
    nodes[index] = nil
    nodes[reader] = fused
  }
  graph.setNodes(nodes.compactMap { $0 })
}
