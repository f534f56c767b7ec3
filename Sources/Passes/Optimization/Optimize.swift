package import Graph
package import KernelInterface
import Operators

/// What optimizations may know beside the graph.
final class OptimizationContext {
  let vectors: VectorShape
  /// Whether convolutions may add up other products than those that they are defined by.
  let allowsTransforms: Bool
  /// Values that stay readable after a run.
  let kept: Set<ValueID>
  /// Where each of them is in the plain layout.
  var plainForm: [ValueID: ValueID] = [:]

  init(vectors: VectorShape, allowsTransforms: Bool, kept: Set<ValueID>) {
    self.vectors = vectors
    self.allowsTransforms = allowsTransforms
    self.kept = kept
  }
}

/// The passes from a graph to one that computes the same faster, in order.
///
/// | pass | makes |
/// | --- | --- |
/// | `remove-dead-nodes` | no node that nothing asks for, nor one that does nothing |
/// | `move-channels-first` | convolutions of linear layers between permutations |
/// | `move-average-pools` | average pools before pointwise convolutions instead of after them |
/// | `fuse-convolutions` | one node of a convolution and the normalization, sum, activation and max pool behind it |
/// | `fuse-depthwise` | one node of a pointwise convolution and the depthwise one behind it |
/// | `fuse-normalizations` | one node of a normalization and the activation behind it |
/// | `assign-layouts` | a layout for every value, and nodes or convolutions that bring values from one to another |
package enum OptimizationPass: String, CaseIterable, Sendable {
  case removeDeadNodes = "remove-dead-nodes"
  case moveChannelsFirst = "move-channels-first"
  case moveAveragePools = "move-average-pools"
  case fuseConvolutions = "fuse-convolutions"
  case fuseDepthwise = "fuse-depthwise"
  case fuseNormalizations = "fuse-normalizations"
  case assignLayouts = "assign-layouts"

  /// The passes that a plan can do without.
  package static let optional = allCases.filter { $0 != .assignLayouts }

  /// The passes that run, in order.
  static func passes(of optimization: Optimization) -> [OptimizationPass] {
    optional.prefix(optimization.passLimit ?? optional.count) + [.assignLayouts]
  }

  func run(_ graph: inout Graph, _ context: OptimizationContext) {
    switch self {
    case .removeDeadNodes: Passes.removeDeadNodes(&graph, context)
    case .moveChannelsFirst: Passes.moveChannelsFirst(&graph, context)
    case .moveAveragePools: Passes.moveAveragePools(&graph, context)
    case .fuseConvolutions: Passes.fuseConvolutions(&graph, context)
    case .fuseDepthwise: Passes.fuseDepthwise(&graph, context)
    case .fuseNormalizations: Passes.fuseNormalizations(&graph, context)
    case .assignLayouts: Passes.assignLayouts(&graph, context)
    }
    assert(GraphVerifier(graph).problems().isEmpty, "\(rawValue): \(GraphVerifier(graph).problems())")
  }

  /// A graph as this pass and those before it leave it.
  package func result(of graph: Graph, vectors: VectorShape, _ optimization: Optimization = .full) -> Graph {
    let context = OptimizationContext(vectors: vectors, allowsTransforms: optimization.allowsTransforms, kept: [])
    var graph = graph
    for pass in Self.passes(of: optimization) {
      pass.run(&graph, context)
      if pass == self { break }
    }
    return graph
  }
}

/// Optimizes the graph of a plan that computes outputs alone.
@Sendable
func optimize(_ draft: inout PlanDraft) {
  let optimization = draft.options.optimization
  guard optimization.joinsLayers, draft.options.mode == .inference, draft.options.gradients == nil else {
    return
  }
  let context = OptimizationContext(
    vectors: draft.lowering.kernels.vectors, allowsTransforms: optimization.allowsTransforms,
    kept: draft.options.keep)
  for pass in OptimizationPass.passes(of: optimization) { pass.run(&draft.graph, context) }
  draft.plainForm = context.plainForm
  draft.operands = Array(repeating: nil, count: draft.graph.values.count)
  draft.sites = Array(repeating: nil, count: draft.graph.nodes.count)
  draft.slices = placeSlices(draft.graph, vectors: context.vectors)
}
