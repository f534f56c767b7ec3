import ArgumentParser
import CNNCKit

/// `cnnc doctor`: the machine, the kernels, whether they compute right, and what they cost.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Show the machine and the kernels it gets, and test them.",
    discussion: """
      Plans choose among algorithms and layouts by what kernels cost, which is known of one machine. With --measure \
      the costs of this one are measured, in a few seconds in which nothing else should run, and kept in the user's \
      cache folder for this processor, the kernels and this version: `run`, `bench` and `plan` go by them from then \
      on. Results may change within rounding, as algorithms do.
      """)

  @Flag(help: "Measure what kernels cost on this machine, and let plans go by it.")
  var measure = false

  @Flag(help: "Forget what was measured.")
  var forget = false

  func validate() throws {
    if measure && forget { throw ValidationError("--measure and --forget cannot be used together") }
  }

  func run() throws {
    do throws(ModelError) {
      if forget { try MachineCosts.forget() }
      if measure {
        let path = try UserCache.requiredPath(of: MachineCosts.name)
        let progress = ProgressLine("measure", of: MachineCosts.probeCount)
        let costs = try MachineCosts { progress.show($0) }
        progress.clear()
        try costs.store(at: path)
        Terminal.write(costs.table(style: Terminal.outputStyle) + "\n")
      }
    } catch {
      throw CommandFailure.model(error)
    }
    let report = HealthReport()
    Terminal.write(report.text(style: Terminal.outputStyle))
    if !report.isHealthy { throw CommandFailure.failure("a kernel level does not compute right on this machine") }
  }
}
