/// Checks that a graph holds together: every stage relies on it, so a finding is a bug of the stage before.
package struct GraphVerifier {
  private let graph: Graph

  package init(_ graph: Graph) { self.graph = graph }

  /// What is wrong, one phrase each; nothing for a sound graph.
  package func problems() -> [String] {
    identifierProblems() + orderProblems() + linkProblems() + nameProblems() + portProblems()
  }

  private func isValid(_ value: ValueID) -> Bool { graph.values.indices.contains(value.index) }

  private func identifierProblems() -> [String] {
    var problems: [String] = []
    for node in graph.nodes {
      for value in node.inputs + node.outputs where !isValid(value) {
        problems.append("\(node.path) names the value \(value.index) that the graph does not have")
      }
      for parameter in node.parameters where !graph.parameters.indices.contains(parameter.index) {
        problems.append("\(node.path) names the parameter \(parameter.index) that the graph does not have")
      }
    }
    return problems
  }

  /// Every value is produced before it is read, and each operator gets as many inputs as it takes.
  private func orderProblems() -> [String] {
    var problems: [String] = []
    for (index, node) in graph.nodes.enumerated() {
      let arity = type(of: node.operation).arity
      if !arity.contains(node.inputs.count) {
        problems.append("\(node.path) reads \(node.inputs.count) inputs, but \(node.operation.name) takes \(arity)")
      }
      for input in node.inputs where isValid(input) {
        if let producer = graph[input].producer {
          if producer.index >= index { problems.append("\(node.path) reads \(input.index) before it is produced") }
        } else if !graph.inputs.contains(where: { $0.value == input }) {
          problems.append("\(node.path) reads \(input.index), which nothing produces")
        }
      }
    }
    return problems
  }

  /// Nodes and their values and parameters point at each other.
  private func linkProblems() -> [String] {
    var problems: [String] = []
    for (index, node) in graph.nodes.enumerated() {
      for output in node.outputs where isValid(output) && graph[output].producer != NodeID(index: index) {
        problems.append("the output \(output.index) of \(node.path) has another producer")
      }
      for parameter in node.parameters
      where graph.parameters.indices.contains(parameter.index) && graph[parameter].node != NodeID(index: index) {
        problems.append("the parameter \(graph[parameter].name) of \(node.path) belongs to another node")
      }
    }
    for (index, value) in graph.values.enumerated() {
      guard let producer = value.producer else { continue }
      if !graph.nodes.indices.contains(producer.index) || !graph[producer].outputs.contains(ValueID(index: index)) {
        problems.append("the producer of the value \(index) does not list it")
      }
    }
    return problems
  }

  private func nameProblems() -> [String] {
    repeated(graph.nodes.map(\.path)).map { "the path \($0) names two nodes" }
      + repeated(graph.parameters.map(\.name)).map { "the name \($0) names two parameters" }
      + repeated(graph.inputs.map(\.name)).map { "the name \($0) names two inputs" }
      + repeated(graph.outputs.map(\.name)).map { "the name \($0) names two outputs" }
  }

  private func portProblems() -> [String] {
    var problems: [String] = []
    for port in graph.inputs + graph.outputs where !isValid(port.value) {
      problems.append("the port \(port.name) names the value \(port.value.index) that the graph does not have")
    }
    for port in graph.inputs where isValid(port.value) && graph[port.value].producer != nil {
      problems.append("the input \(port.name) is produced by a node")
    }
    if !graph.nodes.isEmpty && graph.outputs.isEmpty { problems.append("the graph has no outputs") }
    return problems
  }

  private func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
