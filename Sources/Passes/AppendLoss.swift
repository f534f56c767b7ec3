import Diagnostics
package import Graph
package import Operators
import Tensors

/// Appends a loss to a graph: a new input `target`, and a new output `loss` after the others.
///
/// The loss reads the output of the given name, or the first one.
package func appendLoss(
  _ loss: any LossOperator, to graph: Graph, output name: String? = nil
) throws(PlanError) -> Graph {
  let names = graph.outputs.map(\.name)
  guard let output = graph.outputs.first(where: { $0.name == name ?? names.first }) else {
    throw .noSuchOutput(name ?? "", among: names)
  }
  var graph = graph
  let prediction = graph[output.value].type
  let target = loss.targetType(for: prediction)
  var violations: [Violation] = []
  let types = loss.outputTypes(for: [prediction, target], reporting: &violations)
  if let violation = violations.first {
    throw .lossMismatch(operation: loss.name, reason: violation.message)
  }
  let origin = graph[output.value].producer.map { graph[$0].origin }
  let input = graph.addInput(LossPort.target, target)
  let node = graph.addNode(
    loss, path: LossPort.loss, inputs: [output.value, input], outputTypes: types,
    origin: origin ?? Origin(span: Span(SourceID(index: 0), 0..<0)))
  graph.outputs.append(Port(name: LossPort.loss, value: graph[node].outputs[0]))
  return graph
}

/// The names that a loss adds at a graph's edge.
package enum LossPort {
  package static let target = "target"
  package static let loss = "loss"
}
