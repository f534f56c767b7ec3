import Graph
import KernelInterface
import Operators

/// What optimizations may know beside the graph.
final class OptimizationContext {
  let vectors: VectorShape
  /// Whether convolutions add up the products that they are defined by.
  let isExact: Bool
  /// Values that stay readable after a run.
  let kept: Set<ValueID>
  /// Where each of them is in the plain layout.
  var plainForm: [ValueID: ValueID] = [:]

  init(vectors: VectorShape, isExact: Bool, kept: Set<ValueID>) {
    self.vectors = vectors
    self.isExact = isExact
    self.kept = kept
  }
}

/// The passes from a graph to one that computes the same faster, in order.
///
/// | pass | makes |
/// | --- | --- |
/// | `remove dead nodes` | no node that nothing asks for, nor one that does nothing |
/// | `move channels first` | convolutions of linear layers between permutations |
/// | `fuse convolutions` | one node of a convolution and the normalization, sum and activation behind it |
/// | `fuse normalizations` | one node of a normalization and the activation behind it |
/// | `assign layouts` | a layout for every value, and nodes that bring values from one to another |
enum Optimization {
  struct Pass: Sendable {
    let name: String
    let run: @Sendable (inout Graph, OptimizationContext) -> Void
  }

  static let passes: [Pass] = [
    Pass(name: "remove dead nodes", run: removeDeadNodes),
    Pass(name: "move channels first", run: moveChannelsFirst),
    Pass(name: "fuse convolutions", run: fuseConvolutions),
    Pass(name: "fuse normalizations", run: fuseNormalizations),
    Pass(name: "assign layouts", run: assignLayouts),
  ]
}

/// Optimizes the graph of a plan that computes outputs alone.
@Sendable
func optimize(_ draft: inout PlanDraft) {
  guard draft.options.optimization != .none, draft.options.mode == .inference, draft.options.gradients == nil else {
    return
  }
  let context = OptimizationContext(
    vectors: draft.lowering.kernels.vectors, isExact: draft.options.optimization == .exact, kept: draft.options.keep)
  for pass in Optimization.passes {
    pass.run(&draft.graph, context)
    assert(GraphVerifier(draft.graph).problems().isEmpty, "\(pass.name): \(GraphVerifier(draft.graph).problems())")
  }
  draft.plainForm = context.plainForm
  draft.operands = Array(repeating: nil, count: draft.graph.values.count)
  draft.sites = Array(repeating: nil, count: draft.graph.nodes.count)
  draft.slices = placeSlices(draft.graph, vectors: context.vectors)
}
