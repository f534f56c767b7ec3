import Graph
import KernelInterface
import Operators
import Tensors

/// Takes the means of windows before a pointwise convolution instead of after it, where nothing else reads its result:
/// both are linear, a mean keeps the bias, and the convolution has fewer positions left.
func moveAveragePools(_ graph: inout Graph, _ context: OptimizationContext) {
  guard context.allowsTransforms else { return }
  let uses = ValueUses(graph, keeping: context.kept)
  var nodes = graph.nodes
  for (index, node) in graph.nodes.enumerated() {
    guard isPointwise(node, graph), let reader = uses.onlyReader(of: node.outputs[0]) else { continue }
    var (pool, convolution) = (nodes[reader], node)
    guard let layer = pool.operation as? any AveragingOperator,
      let input = graph[node.inputs[0]].type.shape?.dimensions,
      let before = graph[node.outputs[0]].type.shape?.sizes, let after = graph[pool.outputs[0]].type.shape,
      let sizes = after.sizes, layer.isMean(input: before, output: sizes), sizes.reduce(1, *) < before.reduce(1, *)
    else { continue }
    let mean = graph.addValue(TensorType(Shape([input[0], input[1]] + after.dimensions[2...])), .plain)
    convolution.outputs = pool.outputs
    convolution.inputs = [mean]
    pool.inputs = node.inputs
    pool.outputs = [mean]
    (nodes[index], nodes[reader]) = (pool, convolution)
  }
  graph.setNodes(nodes)
}

/// Whether a node is a convolution whose positions each read the cells at the same place alone.
private func isPointwise(_ node: Node, _ graph: Graph) -> Bool {
  guard let layer = node.operation as? any ConvolutionLayer, let input = graph[node.inputs[0]].type.shape?.sizes,
    let output = graph[node.outputs[0]].type.shape?.sizes,
    let convolution = layer.plainConvolution(input: input, output: output)
  else { return false }
  return convolution.direction == .forward && convolution.geometry.isPointwise
}
