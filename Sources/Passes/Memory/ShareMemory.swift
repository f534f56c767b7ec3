import KernelInterface
import Operators

/// Makes one allocation of every buffer, and lets a step's write take the allocation of a read which the step allows
/// and nothing needs afterwards. The memory of inputs may be taken too: a session reads them elsewhere, or copies them in
/// before every run.
@Sendable
func shareMemory(_ draft: inout PlanDraft) {
  let buffers = draft.lowering.buffers
  let isInput = Set(draft.inputs.map(\.operand.buffer))
  let isLasting = Set(draft.lasting)
  var owners = Array(buffers.indices)
  for (index, step) in draft.steps.enumerated() {
    var taken: Set<BufferID> = []
    for reuse in step.reuse {
      let (write, read) = (step.writes[reuse.write], step.reads[reuse.read])
      guard owners[write.index] == write.index, !isInput.contains(write), !taken.contains(read),
        let written = draft.lifetimes[write.index], let dying = draft.lifetimes[read.index],
        written.first == index, dying.last == index, !isLasting.contains(read),
        mayOverwrite(read, with: reuse.write, in: step),
        Allocation.rounded(buffers[write.index].byteCount) == Allocation.rounded(buffers[read.index].byteCount)
      else { continue }
      owners[write.index] = owners[read.index]
      taken.insert(read)
    }
  }
  collectAllocations(owners, in: &draft)
}

/// Whether every operand that is this buffer may share memory with the write.
private func mayOverwrite(_ read: BufferID, with write: Int, in step: Step) -> Bool {
  !step.writes.contains(read) && !step.reads.contains(step.writes[write])
    && step.reads.indices.allSatisfy { step.reads[$0] != read || step.reuse.contains(.init(write: write, read: $0)) }
}

/// Joins the buffers of one owner, in the order of their first use.
private func collectAllocations(_ owners: [Int], in draft: inout PlanDraft) {
  let buffers = draft.lowering.buffers
  var allocationOfOwner: [Int: Int] = [:]
  draft.allocationOfBuffer = Array(repeating: nil, count: buffers.count)
  let used = buffers.indices.filter { draft.lifetimes[$0] != nil }
    .sorted { (draft.lifetimes[$0]?.first ?? 0, $0) < (draft.lifetimes[$1]?.first ?? 0, $1) }
  for index in used {
    guard let lifetime = draft.lifetimes[index] else { continue }
    if let allocation = allocationOfOwner[owners[index]] {
      draft.allocations[allocation].names.append(buffers[index].name)
      draft.allocations[allocation].lifetime.last = max(
        draft.allocations[allocation].lifetime.last, lifetime.last)
      draft.allocationOfBuffer[index] = allocation
    } else {
      allocationOfOwner[owners[index]] = draft.allocations.count
      draft.allocationOfBuffer[index] = draft.allocations.count
      draft.allocations.append(
        Allocation(
          names: [buffers[index].name], lifetime: lifetime, byteCount: Allocation.rounded(buffers[index].byteCount)))
    }
  }
}
