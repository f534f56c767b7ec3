package import Diagnostics
import Execution
import Glibc
import KernelInterface

/// What `doctor` finds: the version, the processor, the kernels with a quick test of each level, threads, memory.
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
      ("cnnc", cnncVersion), ("processor", Self.processor ?? "unknown"),
      ("threads", "\(ProcessorCount.usable)"), ("memory", Self.memory ?? "unknown"), ("kernels", chosen),
    ]
    for level in KernelSelection.levels {
      let test = tests.first { $0.level == level.level }
      let state = test.map { $0.problem.map { "WRONG: \($0)" } ?? "works" } ?? "not on this machine"
      rows.append(("  \(level.level.rawValue)", "\(state) (needs \(level.requirement))"))
    }
    let width = rows.map(\.0.utf8.count).max() ?? 0
    return rows.map { name, value in
      style.paint(TerminalText.padded(name, to: width), as: .emphasis) + "  \(TerminalText.visible(value))\n"
    }.joined()
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

  /// The processor's name as the system knows it.
  private static var processor: String? { field("model name", in: "/proc/cpuinfo") }

  private static var memory: String? {
    guard let total = field("MemTotal", in: "/proc/meminfo"), let free = field("MemAvailable", in: "/proc/meminfo")
    else { return nil }
    return "\(mebibytes(total)) MiB, \(mebibytes(free)) MiB of it available"
  }

  private static func mebibytes(_ text: String) -> Int { (Int(text.prefix { $0.isNumber }) ?? 0) / 1024 }

  /// The value of the first line of a `name : value` file with a name.
  private static func field(_ name: String, in path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, file)
    for line in String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n") where line.hasPrefix(name) {
      return line.split(separator: ":", maxSplits: 1).last.map { String($0.drop { $0 == " " || $0 == "\t" }) }
    }
    return nil
  }
}
