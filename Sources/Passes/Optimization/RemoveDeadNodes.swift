import Graph
import Operators

/// Leaves out nodes that nothing asks for, and such whose output is their input as it is, such as dropout.
func removeDeadNodes(_ graph: inout Graph, _ context: OptimizationContext) {
  var source = graph.values.indices.map(ValueID.init(index:))
  var nodes: [Node] = []
  for var node in graph.nodes {
    node.inputs = node.inputs.map { source[$0.index] }
    let isView = (node.operation as? any ViewOperator)?.isView(in: .inference) ?? false
    let output = node.outputs[0]
    if isView, node.outputs.count == 1, graph[node.inputs[0]].type == graph[output].type,
      !context.kept.contains(output), !graph.outputs.contains(where: { $0.value == output })
    {
      source[output.index] = node.inputs[0]
    } else {
      nodes.append(node)
    }
  }
  var isNeeded = Array(repeating: false, count: graph.values.count)
  for value in graph.outputs.map(\.value) + context.kept { isNeeded[value.index] = true }
  var needed: [Node] = []
  for node in nodes.reversed() where node.outputs.contains(where: { isNeeded[$0.index] }) {
    for input in node.inputs { isNeeded[input.index] = true }
    needed.append(node)
  }
  graph.setNodes(needed.reversed())
}
