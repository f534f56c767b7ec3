import KernelInterface
import Operators

extension ExecutionPlan {
  /// What breaks the rules that every plan holds, one sentence each: allocations that live at the same time are apart,
  /// everything that is read was written before, and preparation touches no arena.
  package var violations: [String] { overlaps + undefinedReads + misplacedPreparation }

  private var overlaps: [String] {
    var found: [String] = []
    var alive: [Allocation] = []
    for allocation in allocations where allocation.byteCount > 0 {
      let end = allocation.offset + allocation.byteCount
      if end > arenaByteCount || allocation.offset % Allocation.alignment != 0 {
        found.append("'\(allocation.name)' is outside the arena or not aligned")
      }
      alive.removeAll { $0.lifetime.last < allocation.lifetime.first }
      for other in alive where other.offset < end && allocation.offset < other.offset + other.byteCount {
        found.append("'\(allocation.name)' and '\(other.name)' are alive together and overlap")
      }
      alive.append(allocation)
    }
    return found
  }

  private var undefinedReads: [String] {
    var found: [String] = []
    var defined = Set(inputs.map(\.operand.buffer))
    for step in preparation + steps {
      for read in step.reads where !defined.contains(read) && !isParameter(read) {
        found.append("'\(step.path)' reads '\(buffers[read.index].name)' before it is written")
      }
      defined.formUnion(step.writes)
    }
    for port in outputs + gradients where !defined.contains(port.operand.buffer) {
      found.append("'\(port.name)' is never written")
    }
    return found
  }

  private var misplacedPreparation: [String] {
    preparation.filter { step in
      step.reads.contains { buffers[$0.index].storage == .arena }
        || step.writes.contains { buffers[$0.index].storage != .prepared }
    }.map { "the preparation of '\($0.path)' touches more than parameters and what is prepared of them" }
  }

  private func isParameter(_ buffer: BufferID) -> Bool {
    if case .parameter = buffers[buffer.index].storage { true } else { false }
  }
}
