import Graph
import KernelInterface
import Operators
import Tensors

/// Lets every node that can compute in blocks of channels, where it gains by it or an input is so already, and inserts
/// what brings a value from one layout to another, once for each value and layout, unless a convolution can do so itself.
func assignLayouts(_ graph: inout Graph, _ context: OptimizationContext) {
  var assignment = LayoutAssignment(graph)
  for node in graph.nodes { assignment.add(node, context) }
  assignment.finish(context)
  graph = assignment.graph
  joinReorders(&graph, context)
}

private struct LayoutAssignment {
  private struct Reordered: Hashable {
    var value: ValueID
    var layout: Layout
  }

  private(set) var graph: Graph
  private var nodes: [Node] = []
  private var reordered: [Reordered: ValueID] = [:]

  init(_ graph: Graph) { self.graph = graph }

  mutating func add(_ node: Node, _ context: OptimizationContext) {
    var node = node
    let layouts = layouts(of: node, context)
    for (index, input) in node.inputs.enumerated() {
      node.inputs[index] = value(input, in: layouts?.inputs[index] ?? .plain, for: node)
    }
    for (index, output) in node.outputs.enumerated() {
      graph.setLayout(layouts?.outputs[index] ?? .plain, of: output)
    }
    nodes.append(node)
  }

  /// The layouts of a node in blocks; nil when it computes plainly.
  private func layouts(of node: Node, _ context: OptimizationContext) -> BlockedLayouts? {
    guard let operation = node.operation as? any BlockedOperator,
      (node.inputs + node.outputs).allSatisfy({ graph[$0].type.dtype == .float32 })
    else { return nil }
    let inputs = node.inputs.compactMap { graph[$0].type.shape?.sizes }
    let outputs = node.outputs.compactMap { graph[$0].type.shape?.sizes }
    guard inputs.count == node.inputs.count, outputs.count == node.outputs.count,
      let layouts = operation.blockedLayouts(inputs: inputs, outputs: outputs, vectors: context.vectors)
    else { return nil }
    return layouts.follows && !node.inputs.contains { graph[$0].layout != .plain } ? nil : layouts
  }

  private mutating func value(_ value: ValueID, in layout: Layout, for node: Node) -> ValueID {
    guard graph[value].layout != layout else { return value }
    let key = Reordered(value: value, layout: layout)
    if let known = reordered[key] { return known }
    let result = graph.addValue(graph[value].type, layout)
    let path = graph[value].producer.map { graph[$0].path } ?? graph.inputs.first { $0.value == value }?.name ?? ""
    nodes.append(
      Node(
        path: "\(path) as \(layout)", operation: Reorder(), inputs: [value], outputs: [result], parameters: [],
        origin: node.origin))
    reordered[key] = result
    return result
  }

  /// Brings what is read after a run into the plain layout.
  mutating func finish(_ context: OptimizationContext) {
    guard let last = nodes.last else { return }
    for index in graph.outputs.indices {
      graph.outputs[index].value = value(graph.outputs[index].value, in: .plain, for: last)
    }
    for kept in context.kept { context.plainForm[kept] = value(kept, in: .plain, for: last) }
    graph.setNodes(nodes)
  }
}
