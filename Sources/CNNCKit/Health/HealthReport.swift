package import Diagnostics
import Execution
import KernelInterface

/// What `doctor` finds: the version, the processor, the kernels with a quick test of each level, threads, memory, and
/// whose costs choose algorithms.
package struct HealthReport: Sendable {
  private let selection: Result<KernelSelection, KernelSelectionError>
  private let tests: [(level: KernelLevel, requirement: String, problem: String?)]

  package init() {
    selection = KernelSelection.ofProcess
    tests = KernelSelection.available.map { ($0.level, $0.requirement, KernelSelfTest.problem(of: $0)) }
  }

  package var isHealthy: Bool {
    guard case .success = selection else { return false }
    return tests.allSatisfy { $0.problem == nil }
  }

  package func text(style: TextStyle = .plain) -> String {
    var rows = [
      ("cnnc", cnncVersion), ("processor", Machine.processor ?? "unknown"),
      ("threads", "\(ProcessorCount.usable)"), ("memory", Machine.memory ?? "unknown"), ("kernels", chosen),
    ]
    for level in KernelSelection.levels {
      let test = tests.first { $0.level == level.level }
      let state = test.map { $0.problem.map { "WRONG: \($0)" } ?? "works" } ?? "not on this machine"
      rows.append(("  \(level.level.rawValue)", "\(state) (needs \(level.requirement))"))
    }
    rows.append(("costs", costs))
    let width = rows.map(\.0.utf8.count).max() ?? 0
    return rows.map { name, value in
      style.paint(TerminalText.padded(name, to: width), as: .emphasis) + "  \(TerminalText.visible(value))\n"
    }.joined()
  }

  private var costs: String {
    let advice = "`cnnc doctor --measure` finds those of this one"
    guard case .success(let choice) = selection, let path = MachineCosts.path, MachineCosts.isThere else {
      return "of the reference machine; \(advice)"
    }
    return MachineCosts.stored(choice.level) == nil
      ? "of the reference machine; \(path) is of another version, processor or level, or broken; \(advice)"
      : "measured on this machine, in \(path)"
  }

  private var chosen: String {
    switch selection {
    case .failure(let error): error.description
    case .success(let choice):
      choice.isOverridden
        ? "\(choice.level.rawValue), because \(KernelSelection.variable) says so"
        : "\(choice.level.rawValue), the fastest that this machine has"
    }
  }
}
