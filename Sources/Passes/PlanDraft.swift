import Graph
import KernelInterface
import Operators
import Tensors

/// What the passes build on the way from a graph to a plan.
struct PlanDraft {
  var graph: Graph
  let options: PlanOptions
  var lowering: Lowering

  /// Where values that the options keep are in the plain layout, as far as that is not where they are computed.
  var plainForm: [ValueID: ValueID] = [:]
  /// The values that are computed in the memory of others.
  var slices: [ValueID: ValueSlice] = [:]

  /// The operand of every value that is computed, by the value's index.
  var operands: [Operand?]
  /// The site of every node that was lowered, by the node's index; views have none.
  var sites: [LoweringSite?]
  var inputs: [PlanPort] = []
  var outputs: [PlanPort] = []
  var gradients: [PlanPort] = []
  /// Values that stay readable after a run.
  var kept: [ValueID: Operand] = [:]

  /// The steps that run once, and those that run every time.
  var preparation: [Step] = []
  var steps: [Step] = []
  /// When each buffer of the arena is needed, by the buffer's index; nil when it never is.
  var lifetimes: [Lifetime?] = []
  /// The allocation of each buffer of the arena, by the buffer's index.
  var allocationOfBuffer: [Int?] = []
  var allocations: [Allocation] = []
  /// The allocation of each step's workspace, by the step's index.
  var workspaceOfStep: [Int?] = []

  var arenaByteCount = 0
  var lowerBound = 0
  var isOptimal = true

  init(graph: Graph, kernels: KernelTable, options: PlanOptions) {
    self.graph = graph
    self.options = options
    lowering = Lowering(kernels: kernels, mode: options.mode, seed: options.seed, threads: options.threads)
    operands = Array(repeating: nil, count: graph.values.count)
    sites = Array(repeating: nil, count: graph.nodes.count)
  }

  /// What reports call a value: its layer's path, with the output's number when there are several, or the input's name.
  func name(of value: ValueID) -> String {
    guard let producer = graph[value].producer else {
      return graph.inputs.first { $0.value == value }?.name ?? ""
    }
    let node = graph[producer]
    guard node.outputs.count > 1, let position = node.outputs.firstIndex(of: value) else { return node.path }
    return "\(node.path).\(position)"
  }

  /// The buffers that are read after a run.
  var lasting: [BufferID] { (outputs + gradients).map(\.operand.buffer) + kept.values.map(\.buffer) }

  /// Whether a node brings a tensor to a layout in which it lies already.
  func isFreeReorder(_ node: Node) -> Bool {
    guard node.operation is Reorder, let sizes = graph[node.inputs[0]].type.shape?.sizes,
      slices[node.inputs[0]] == nil
    else { return false }
    return graph[node.inputs[0]].layout.isPlain(sizes) && graph[node.outputs[0]].layout.isPlain(sizes)
  }

  /// Whether a node computes nothing: its output is its first input's memory.
  func isView(_ node: Node) -> Bool {
    (node.operation as? any ViewOperator)?.isView(in: options.mode) ?? false
  }
}
