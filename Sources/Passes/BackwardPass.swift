import Graph
import KernelInterface
import Operators
import Tensors

/// The state of the walk from the outputs back to the inputs.
struct BackwardPass {
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

  /// Lowers the gradient of a node when something flows back into it and something before it wants it.
  mutating func lower(_ id: NodeID) throws(PlanError) {
    let node = draft.graph[id]
    let flows = node.outputs.contains { gradients[$0.index] != nil }
    let isWanted =
      node.readInputs.contains { isNeeded[$0.index] } || node.parameters.contains { draft.graph[$0].isTrainable }
    guard flows, isWanted else { return }
    if draft.isView(node) {
      passThrough(node)
    } else {
      try lower(node, id)
    }
  }

  /// Gives a view's input the upstream gradient as it is, in the input's shape.
  private mutating func passThrough(_ node: Node) {
    guard let gradient = gradients[node.outputs[0].index], let input = draft.operands[node.inputs[0].index] else {
      return
    }
    contribute(Operand(buffer: gradient.buffer, sizes: input.sizes), to: node.inputs[0], path: node.path)
  }

  private mutating func lower(_ node: Node, _ id: NodeID) throws(PlanError) {
    guard let operation = node.operation as? any DifferentiableOperator, let forward = draft.sites[id.index] else {
      throw .notDifferentiable(path: node.path, operation: node.operation.name)
    }
    let inputGradients = node.inputs.indices.map { index -> Operand? in
      let value = node.inputs[index]
      guard isNeeded[value.index], node.readInputs.indices.contains(index) else { return nil }
      return makeOperand("gradient of \(draft.name(of: value)) from \(node.path)", like: forward.inputs[index])
    }
    let parameterGradients = zip(node.parameters, forward.parameters).map { id, operand in
      let parameter = draft.graph[id]
      return parameter.isTrainable ? makeOperand("gradient of \(parameter.name)", like: operand) : nil
    }
    let firstStep = draft.lowering.steps.count
    operation.lowerGradient(
      GradientSite(
        forward: forward, upstream: node.outputs.map { gradients[$0.index] }, inputGradients: inputGradients,
        parameterGradients: parameterGradients),
      in: &draft.lowering)
    let written = Set(draft.lowering.steps[firstStep...].flatMap(\.writes))
    for gradient in inputGradients + parameterGradients {
      guard let gradient, !written.contains(gradient.buffer) else { continue }
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
