import Graph
import Tensors

/// Appends the backward pass: for every node on a way from a requested output to a trainable parameter or a wanted
/// input, in reverse order, the steps of its gradient. Where a value is read several times the contributions are summed.
@Sendable
func lowerGradients(_ draft: inout PlanDraft) throws(PlanError) {
  guard let request = draft.options.gradients else { return }
  let wanted = try wantedInputs(request, in: draft)
  var backward = BackwardPass(isNeeded: valuesNeedingGradients(wanted, in: draft), draft: draft)
  try backward.seed(from: request)
  for id in draft.graph.nodeIDs.reversed() { try backward.lower(id) }
  for port in draft.graph.inputs where wanted.contains(port.value) {
    guard let operand = backward.gradients[port.value.index] else { continue }
    backward.draft.gradients.append(PlanPort(name: "input." + port.name, operand: operand))
  }
  draft = backward.draft
}

private func wantedInputs(_ request: GradientRequest, in draft: PlanDraft) throws(PlanError) -> Set<ValueID> {
  let inputs = draft.graph.inputs
  for name in request.inputs.sorted() where !inputs.contains(where: { $0.name == name }) {
    throw .noSuchInput(name, among: inputs.map(\.name))
  }
  return Set(inputs.filter { request.inputs.contains($0.name) }.map(\.value))
}

/// Which values' gradients lead to a trainable parameter or a wanted input, by the value's index.
private func valuesNeedingGradients(_ wanted: Set<ValueID>, in draft: PlanDraft) -> [Bool] {
  let graph = draft.graph
  var needed = Array(repeating: false, count: graph.values.count)
  for value in wanted { needed[value.index] = graph[value].type.dtype == .float32 }
  for node in graph.nodes {
    let isNeeded =
      node.readInputs.contains { needed[$0.index] } || node.parameters.contains { graph[$0].isTrainable }
    for output in node.outputs { needed[output.index] = isNeeded && graph[output].type.dtype == .float32 }
  }
  return needed
}
