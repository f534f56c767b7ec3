import KernelInterface
import Operators

/// Separates preparation from the steps of a run, and finds out when each buffer of the arena is needed.
///
/// Inputs are there before the first step; outputs, gradients and kept values stay until the last.
@Sendable
func measureLifetimes(_ draft: inout PlanDraft) {
  draft.preparation = draft.lowering.steps.filter(\.isPreparation)
  draft.steps = draft.lowering.steps.filter { !$0.isPreparation }
  let buffers = draft.lowering.buffers
  var lifetimes: [Lifetime?] = Array(repeating: nil, count: buffers.count)
  func extend(_ buffer: BufferID, to step: Int) {
    guard buffers[buffer.index].storage == .arena else { return }
    let lifetime = lifetimes[buffer.index] ?? Lifetime(first: step, last: step)
    lifetimes[buffer.index] = Lifetime(first: min(lifetime.first, step), last: max(lifetime.last, step))
  }
  for (index, step) in draft.steps.enumerated() {
    for buffer in step.reads { extend(buffer, to: index) }
    for buffer in step.writes { extend(buffer, to: index) }
  }
  for port in draft.inputs { extend(port.operand.buffer, to: 0) }
  let end = max(draft.steps.count - 1, 0)
  for buffer in draft.lasting { extend(buffer, to: end) }
  draft.lifetimes = lifetimes
}
