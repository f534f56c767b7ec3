import KernelInterface
import Operators

/// Adds the workspaces of the steps, each needed for one step by every thread, and places everything in the arena.
@Sendable
func placeAllocations(_ draft: inout PlanDraft) {
  for (index, step) in draft.steps.enumerated() {
    guard step.scratchBytes > 0 else {
      draft.workspaceOfStep.append(nil)
      continue
    }
    draft.workspaceOfStep.append(draft.allocations.count)
    draft.allocations.append(
      Allocation(
        names: ["\(step.path) workspace"], lifetime: Lifetime(first: index, last: index),
        byteCount: Allocation.rounded(step.scratchBytes) * draft.options.threads))
  }
  let problem = PlacementProblem(
    items: draft.allocations.map {
      PlacementProblem.Item(lifetime: $0.lifetime, size: $0.byteCount / Allocation.alignment)
    })
  let placement = problem.solve(budget: draft.options.searchBudget)
  for index in draft.allocations.indices {
    draft.allocations[index].offset = placement.offsets[index] * Allocation.alignment
  }
  draft.arenaByteCount = placement.height * Allocation.alignment
  draft.lowerBound = problem.lowerBound * Allocation.alignment
  draft.isOptimal = placement.isOptimal
}
