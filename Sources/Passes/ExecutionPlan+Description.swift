import KernelInterface
import Operators

extension ExecutionPlan: CustomStringConvertible {
  /// The plan as text: a summary, the steps with their operands, then the allocations. Plans that differ have other
  /// texts, or other graphs or options.
  package var description: String {
    var lines = [
      "plan \(name): \(mode.rawValue), \(level.rawValue), threads \(threads)",
      "arena \(arenaByteCount) bytes, lower bound \(lowerBound), \(isOptimal ? "optimal" : "perhaps not optimal")",
    ]
    lines += preparation.map { "prepare \(line(for: $0))" }
    lines += steps.enumerated().map { "step \($0.offset) \(line(for: $0.element))" }
    lines += allocations.map { allocation in
      let (lifetime, offset) = (allocation.lifetime, allocation.offset)
      return "memory \(offset)..<\(offset + allocation.byteCount) steps \(lifetime.first)...\(lifetime.last) "
        + allocation.name
    }
    for (kind, ports) in [("input", inputs), ("output", outputs), ("gradient", gradients)] {
      lines += ports.map { "\(kind) \($0.name) \($0.operand.sizes)" }
    }
    return lines.joined(separator: "\n")
  }

  private func line(for step: Step) -> String {
    let reads = step.reads.map { buffers[$0.index].name }.joined(separator: ", ")
    let writes = step.writes.map { buffers[$0.index].name }.joined(separator: ", ")
    return "\(step.kernel) [\(step.path)]: \(reads) -> \(writes) (units \(step.units))"
  }
}
