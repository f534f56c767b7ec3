import Graph
import KernelInterface
import Operators
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
      node.inputs.contains { needed[$0.index] } || node.parameters.contains { graph[$0].isTrainable }
    for output in node.outputs { needed[output.index] = isNeeded && graph[output].type.dtype == .float32 }
  }
  return needed
}

/// The state of the walk from the outputs back to the inputs.
private struct BackwardPass {
  let isNeeded: [Bool]
  var draft: PlanDraft
  /// The sum of the contributions so far to the gradient of every value, by the value's index.
  var gradients: [Operand?]

  init(isNeeded: [Bool], draft: PlanDraft) {
    self.isNeeded = isNeeded
    self.draft = draft
    gradients = Array(repeating: nil, count: draft.graph.values.count)
  }

  /// Makes an input of the plan for the gradient by each requested output.
  mutating func seed(from request: GradientRequest) throws(PlanError) {
    let outputs = draft.graph.outputs
    for name in request.outputs ?? outputs.prefix(1).map(\.name) {
      guard let port = outputs.first(where: { $0.name == name }), let output = draft.operands[port.value.index] else {
        throw .noSuchOutput(name, among: outputs.map(\.name))
      }
      let upstream = makeOperand("upstream." + name, like: output)
      draft.inputs.append(PlanPort(name: "upstream." + name, operand: upstream))
      contribute(upstream, to: port.value, path: "upstream." + name)
    }
  }

  mutating func lower(_ id: NodeID) throws(PlanError) {
    let node = draft.graph[id]
    let upstream = node.outputs.map { gradients[$0.index] }
    guard upstream.contains(where: { $0 != nil }) else { return }
    let wantsInputs = node.inputs.map { isNeeded[$0.index] }
    let wantsParameters = node.parameters.map { draft.graph[$0].isTrainable }
    guard wantsInputs.contains(true) || wantsParameters.contains(true) else { return }
    if draft.isView(node) {
      guard let gradient = upstream[0], let input = draft.operands[node.inputs[0].index] else { return }
      contribute(Operand(buffer: gradient.buffer, sizes: input.sizes), to: node.inputs[0], path: node.path)
      return
    }
    guard let operation = node.operation as? any DifferentiableOperator, let forward = draft.sites[id.index] else {
      throw .notDifferentiable(path: node.path, operation: node.operation.name)
    }
    let inputGradients = zip(node.inputs, forward.inputs).map { value, input in
      isNeeded[value.index] ? makeOperand("gradient of \(draft.name(of: value)) from \(node.path)", like: input) : nil
    }
    let parameterGradients = zip(node.parameters, forward.parameters).map { parameter, operand in
      let parameter = draft.graph[parameter]
      return parameter.isTrainable ? makeOperand("gradient of \(parameter.name)", like: operand) : nil
    }
    let firstStep = draft.lowering.steps.count
    operation.lowerGradient(
      GradientSite(
        forward: forward, upstream: upstream, inputGradients: inputGradients, parameterGradients: parameterGradients),
      in: &draft.lowering)
    let written = Set(draft.lowering.steps[firstStep...].flatMap(\.writes))
    for operand in inputGradients + parameterGradients {
      guard let operand, !written.contains(operand.buffer) else { continue }
      throw .notDifferentiable(path: node.path, operation: node.operation.name)
    }
    for (value, gradient) in zip(node.inputs, inputGradients) {
      if let gradient { contribute(gradient, to: value, path: node.path) }
    }
    for (parameter, gradient) in zip(node.parameters, parameterGradients) {
      guard let gradient else { continue }
      draft.gradients.append(PlanPort(name: draft.graph[parameter].name, operand: gradient))
    }
  }

  /// Adds to the gradient of a value. The sum may take the memory of either addend.
  private mutating func contribute(_ gradient: Operand, to value: ValueID, path: String) {
    guard let sum = gradients[value.index] else {
      gradients[value.index] = gradient
      return
    }
    let total = makeOperand("gradient of \(draft.name(of: value))", like: gradient)
    draft.lowering.emitGradientSum(path: path, sum, gradient, into: total)
    gradients[value.index] = total
  }

  private mutating func makeOperand(_ name: String, like operand: Operand) -> Operand {
    let byteCount = operand.elementCount * DType.float32.byteCount
    return Operand(buffer: draft.lowering.makeBuffer(name, byteCount: byteCount), sizes: operand.sizes)
  }
}
