package import Graph
package import KernelInterface

/// The passes from a graph to a plan, in order.
///
/// | stage | makes |
/// | --- | --- |
/// | `optimize` | a graph of fewer nodes, in layouts that suit the kernels, by each `OptimizationPass` |
/// | `lower graph` | a buffer for every value, and the steps that compute them |
/// | `lower gradients` | the steps of the backward pass, after those of the forward one |
/// | `measure lifetimes` | the first and the last step that needs each buffer |
/// | `share memory` | one allocation for a step's result and the operand that it may overwrite |
/// | `place allocations` | an offset in the arena for every allocation |
package enum Pipeline {
  /// One pass, with the name that reports give it.
  struct Stage: Sendable {
    let name: String
    let run: @Sendable (inout PlanDraft) throws(PlanError) -> Void
  }

  static let stages: [Stage] = [
    Stage(name: "optimize", run: optimize),
    Stage(name: "lower graph", run: lowerGraph),
    Stage(name: "lower gradients", run: lowerGradients),
    Stage(name: "measure lifetimes", run: measureLifetimes),
    Stage(name: "share memory", run: shareMemory),
    Stage(name: "place allocations", run: placeAllocations),
  ]

  /// Makes the plan that runs a graph whose sizes are all numbers.
  package static func plan(
    _ graph: Graph, kernels: KernelTable, options: PlanOptions = PlanOptions()
  ) throws(PlanError) -> ExecutionPlan {
    var draft = PlanDraft(graph: graph, kernels: kernels, options: options)
    for stage in stages { try stage.run(&draft) }
    let plan = ExecutionPlan(draft)
    assert(plan.violations.isEmpty, plan.violations.joined(separator: "\n"))
    return plan
  }
}
