import Graph
import KernelInterface
import Operators
import Tensors

/// Makes one node of a convolution and what follows it alone: a batch normalization or a factor for each channel, the sum with
/// another tensor, an activation, and a pool of maxima. The node stands where the last of them stood.
func fuseConvolutions(_ graph: inout Graph, _ context: OptimizationContext) {
  let uses = ValueUses(graph, keeping: context.kept)
  var isAbsorbed = Array(repeating: false, count: graph.nodes.count)
  var fused: [Node?] = graph.nodes.map(Optional.some)
  // From the end, so that of two convolutions that are added the later one takes the sum.
  for index in graph.nodes.indices.reversed() where !isAbsorbed[index] {
    guard var chain = FusedChain(graph, index, context) else { continue }
    chain.extend(graph, uses, isAbsorbed)
    chain.takePool(graph, uses, isAbsorbed, context)
    if chain.staysPlain(graph, uses, context) { continue }
    fused[index] = nil
    for absorbed in chain.absorbed { (fused[absorbed], isAbsorbed[absorbed]) = (nil, true) }
    fused[chain.last] = chain.node
  }
  graph.setNodes(fused.compactMap { $0 })
}

/// A convolution with the nodes that it takes in.
private struct FusedChain {
  private(set) var node: Node
  private(set) var absorbed: [Int] = []
  private(set) var last: Int
  private var operation: FusedConvolution

  /// nil where the node is no convolution that can be computed in blocks of channels.
  init?(_ graph: Graph, _ index: Int, _ context: OptimizationContext) {
    let node = graph.nodes[index]
    guard let layer = node.operation as? any ConvolutionLayer, let input = graph[node.inputs[0]].type.shape?.sizes,
      let output = graph[node.outputs[0]].type.shape?.sizes,
      let convolution = layer.plainConvolution(input: input, output: output)
    else { return nil }
    operation = FusedConvolution(
      convolution, output: graph[node.outputs[0]].type, allowsTransforms: context.allowsTransforms)
    guard operation.blockedLayouts(inputs: [input], outputs: [output], vectors: context.vectors) != nil else {
      return nil
    }
    self.node = node
    last = index
    self.node.operation = operation
  }

  mutating func extend(_ graph: Graph, _ uses: ValueUses, _ isAbsorbed: [Bool]) {
    while operation.activation == .none, let index = uses.onlyReader(of: node.outputs[0]), !isAbsorbed[index],
      absorb(graph.nodes[index], graph)
    {
      append(index, graph)
    }
  }

  /// Takes in a pool of maxima of the result, where the kernels gain by it.
  mutating func takePool(_ graph: Graph, _ uses: ValueUses, _ isAbsorbed: [Bool], _ context: OptimizationContext) {
    guard let index = uses.onlyReader(of: node.outputs[0]), !isAbsorbed[index],
      let layer = graph.nodes[index].operation as? MaxPool<2>, !layer.returnIndices,
      let input = graph[node.outputs[0]].type.shape?.sizes,
      let type = graph.nodes[index].outputs.first.map({ graph[$0].type }),
      let output = type.shape?.sizes,
      let pooled = operation.pooled(
        layer.geometry(input: input, output: output), output: type, vectors: context.vectors)
    else { return }
    operation = pooled
    append(index, graph)
  }

  private mutating func append(_ index: Int, _ graph: Graph) {
    absorbed.append(index)
    last = index
    operation.absorbed.append(graph.nodes[index].path)
    node.outputs = graph.nodes[index].outputs
    node.operation = operation
  }

  /// Whether it is better computed in the plain layout, since nobody reads its result in blocks of channels: where for few
  /// products what it reads or its result alone would be brought into blocks and back, or its few channels be computed as
  /// a whole block.
  func staysPlain(_ graph: Graph, _ uses: ValueUses, _ context: OptimizationContext) -> Bool {
    guard !uses.readers(of: node.outputs[0]).contains(where: { Self.canBlock(graph.nodes[$0]) }) else { return false }
    let comesBlocked = node.inputs.contains { input in
      graph[input].producer.map { Self.canBlock(graph.nodes[$0.index]) } ?? false
    }
    return !operation.isWorthBlocks(context.vectors, comesBlocked: comesBlocked)
  }

  /// Whether a node may come to compute in blocks of channels.
  private static func canBlock(_ node: Node) -> Bool {
    node.operation is any BlockedOperator || node.operation is any ConvolutionLayer
      || FoldedNormalization(node.operation) != nil
  }

  /// Takes in the node that reads the result, when the kernels can.
  private mutating func absorb(_ next: Node, _ graph: Graph) -> Bool {
    guard next.outputs.count == 1 else { return false }
    if let normalization = FoldedNormalization(next.operation) {
      guard operation.normalization == nil, !operation.adds else { return false }
      operation.normalization = normalization
      node.parameters += next.parameters
      return true
    }
    switch next.operation {
    case is Add:
      let shapes = next.inputs.map { graph[$0].type.shape }
      guard !operation.adds, next.inputs.count == 2, shapes[0] == shapes[1], next.inputs[0] != next.inputs[1] else {
        return false
      }
      operation.adds = true
      node.inputs.append(next.inputs[0] == node.outputs[0] ? next.inputs[1] : next.inputs[0])
      return true
    case let layer as any FusibleActivation:
      guard let activation = layer.fused else { return false }
      operation.activation = activation
      return true
    default:
      return false
    }
  }
}
