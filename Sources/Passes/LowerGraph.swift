import Graph
import KernelInterface
import Operators
import Tensors

/// Gives every value a buffer and lowers every node to steps. Views share their input's buffer, and in inference
/// nodes that nothing asks for are left out.
@Sendable
func lowerGraph(_ draft: inout PlanDraft) throws(PlanError) {
  let needed = neededNodes(draft)
  for port in draft.graph.inputs {
    let operand = try makeOperand(of: port.value, in: &draft)
    draft.operands[port.value.index] = operand
    draft.inputs.append(PlanPort(name: port.name, operand: operand))
  }
  for id in draft.graph.nodeIDs where needed[id.index] { try lower(id, in: &draft) }
  for port in draft.graph.outputs {
    guard let operand = draft.operands[port.value.index] else { preconditionFailure("outputs are computed") }
    draft.outputs.append(PlanPort(name: port.name, operand: operand))
  }
  for value in draft.options.keep { draft.kept[value] = draft.operands[(draft.plainForm[value] ?? value).index] }
}

private func lower(_ id: NodeID, in draft: inout PlanDraft) throws(PlanError) {
  let node = draft.graph[id]
  let inputs = node.inputs.compactMap { draft.operands[$0.index] }
  precondition(inputs.count == node.inputs.count, "values are produced before they are read")
  if draft.isView(node) || draft.isFreeReorder(node) {
    let sizes = try checkedSizes(of: node.outputs[0], in: draft)
    draft.operands[node.outputs[0].index] = Operand(buffer: inputs[0].buffer, sizes: sizes, dtype: inputs[0].dtype)
    return
  }
  guard let operation = node.operation as? any LowerableOperator else {
    throw .notRunnable(path: node.path, operation: node.operation.name)
  }
  var outputs: [Operand] = []
  for value in node.outputs {
    let operand = try makeOperand(of: value, in: &draft)
    draft.operands[value.index] = operand
    outputs.append(operand)
  }
  let parameters = node.parameters.map { parameter in
    let declaration = draft.graph[parameter].declaration
    let buffer = draft.lowering.makeBuffer(
      draft.graph[parameter].name, byteCount: declaration.sizes.reduce(declaration.dtype.byteCount, *),
      storage: .parameter(parameter.index))
    return Operand(buffer: buffer, sizes: declaration.sizes, dtype: declaration.dtype)
  }
  let site = LoweringSite(path: node.path, node: id.index, inputs: inputs, outputs: outputs, parameters: parameters)
  draft.sites[id.index] = site
  if let blocked = operation as? any BlockedOperator, site.isBlocked {
    blocked.lowerBlocked(site, in: &draft.lowering)
  } else {
    operation.lower(site, in: &draft.lowering)
  }
}

private func makeOperand(of value: ValueID, in draft: inout PlanDraft) throws(PlanError) -> Operand {
  if let known = draft.operands[value.index] { return known }
  let sizes = try checkedSizes(of: value, in: draft)
  let (type, layout) = (draft.graph[value].type, draft.graph[value].layout)
  if let slice = draft.slices[value] {
    let whole = try makeOperand(of: slice.whole, in: &draft)
    draft.operands[slice.whole.index] = whole
    var operand = Operand(buffer: whole.buffer, sizes: sizes, dtype: type.dtype, layout: layout)
    operand.offset = whole.offset + slice.offset
    operand.sliceStride = whole.imageStride
    return operand
  }
  let count = layout.elementCount(sizes) ?? 0
  let buffer = draft.lowering.makeBuffer(draft.name(of: value), byteCount: count * type.dtype.byteCount)
  return Operand(buffer: buffer, sizes: sizes, dtype: type.dtype, layout: layout)
}

/// The most bytes that one tensor may have, so that sums and workspaces of them fit an `Int` too.
private let largestTensor = 1 << 44

private func checkedSizes(of value: ValueID, in draft: PlanDraft) throws(PlanError) -> [Int] {
  let type = draft.graph[value].type
  guard let shape = type.shape, let sizes = shape.sizes else {
    throw .unknownSize(path: draft.name(of: value), shape: type.description)
  }
  guard let count = shape.elementCount.value, count >= 0, count <= largestTensor / type.dtype.byteCount else {
    throw .tooLarge(path: draft.name(of: value))
  }
  return sizes
}

/// Which nodes are lowered: in training all, since they may update running statistics.
private func neededNodes(_ draft: PlanDraft) -> [Bool] {
  let graph = draft.graph
  if draft.options.mode == .training { return Array(repeating: true, count: graph.nodes.count) }
  var needed = Array(repeating: false, count: graph.nodes.count)
  for value in graph.outputs.map(\.value) + draft.options.keep.map({ draft.plainForm[$0] ?? $0 }) {
    if let producer = graph[value].producer { needed[producer.index] = true }
  }
  for id in graph.nodeIDs.reversed() where needed[id.index] {
    for value in graph[id].inputs {
      if let producer = graph[value].producer { needed[producer.index] = true }
    }
  }
  return needed
}
