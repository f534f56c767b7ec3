import ArgumentParser
import CNNCKit

/// `cnnc doctor`: the machine, the kernels, and whether they compute right.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Show the machine and the kernels it gets, and test them.")

  func run() throws {
    let report = HealthReport()
    Terminal.write(report.text(style: Terminal.outputStyle))
    if !report.isHealthy { throw CommandFailure.failure("a kernel level does not compute right on this machine") }
  }
}
