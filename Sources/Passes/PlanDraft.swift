import Graph
import KernelInterface
import Operators

/// What the passes build on the way from a graph to a plan.
struct PlanDraft {
  let graph: Graph
  let options: PlanOptions
  var lowering: Lowering

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
    lowering = Lowering(kernels: kernels, mode: options.mode, seed: options.seed)
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

  /// Whether a node computes nothing: its output is its first input's memory.
  func isView(_ node: Node) -> Bool {
    (node.operation as? any ViewOperator)?.isView(in: options.mode) ?? false
  }
}
