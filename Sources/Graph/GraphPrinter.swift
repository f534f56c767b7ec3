import Tensors

/// Prints a graph as text, one line per node: the form of snapshots and dumps.
///
/// ```
/// graph lenet5
/// input: [N, 1, 28, 28]
/// conv1 = conv2d(input) {out_channels: 6, kernel_size: 5} -> [N, 6, 24, 24]
///   weight [6, 1, 5, 5]
/// return conv1
/// ```
/// Attributes at their defaults are left out, and those that name a layer, which is an input. A value is called by its
/// producer's path, with `.1` and up for further outputs.
package struct GraphPrinter {
  private let graph: Graph
  private let names: [String]

  package init(_ graph: Graph) {
    self.graph = graph
    names = graph.valueNames
  }

  /// The whole graph, each line ended.
  package func text() -> String {
    var lines = ["graph \(graph.name)"]
    for input in graph.inputs { lines.append("\(input.name): \(graph[input.value].type)") }
    for node in graph.nodes { lines += self.lines(of: node) }
    let outputs = graph.outputs.map { port in
      port.name == name(of: port.value) ? port.name : "\(port.name): \(name(of: port.value))"
    }
    lines.append("return \(outputs.joined(separator: ", "))")
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(of value: ValueID) -> String { names[value.index] }

  private func lines(of node: Node) -> [String] {
    let inputs = node.inputs.map(name(of:)).joined(separator: ", ")
    let layers = Set(type(of: node.operation).attributeDescriptions.filter(\.kind.isLayer).map(\.name))
    let attributes = node.operation.changedAttributes.filter { !layers.contains($0.name) }
      .map { "\($0.name): \($0.literal)" }
    let braces = attributes.isEmpty ? "" : " {" + attributes.joined(separator: ", ") + "}"
    let outputs = node.outputs.map { output in
      let layout = graph[output].layout
      return graph[output].type.description + (layout == .plain ? "" : " \(layout)")
    }.joined(separator: ", ")
    let parameters = node.parameters.map { id in
      let parameter = graph[id]
      // A node that passes made of several layers has parameters of all of them.
      let isOwn = !node.path.isEmpty && parameter.name.hasPrefix(node.path + ".")
      let name = isOwn ? String(parameter.name.dropFirst(node.path.count + 1)) : parameter.name
      let mark = parameter.isTrainable ? "" : parameter.declaration.role == .buffer ? " buffer" : " frozen"
      return "  \(name) \(Shape(parameter.declaration.sizes))\(mark)"
    }
    let operation = (node.operation as? any CustomStringConvertible)?.description ?? node.operation.name
    return ["\(node.path) = \(operation)(\(inputs))\(braces) -> \(outputs)"] + parameters
  }
}

extension Operator {
  /// The attributes whose values are not the defaults, in the order of declaration.
  package var changedAttributes: [(name: String, literal: AttributeLiteral)] {
    let defaults = Self()
    return zip(attributeLiterals, defaults.attributeLiterals).filter { $0.literal != $1.literal }.map(\.0)
  }
}
