import ArgumentParser
import CNNCKit
import Glibc

/// The program: its commands, and how it ends.
@main
struct CNNC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cnnc",
    abstract: "Checks and runs convolutional networks written in YAML.",
    version: cnncVersion,
    subcommands: [
      Check.self, Explain.self, Fmt.self, Summary.self, Why.self, Diff.self, DrawGraph.self, Plan.self, Expand.self,
      Run.self, Bench.self, Operators.self, Schema.self, Init.self, LSP.self, Doctor.self,
    ])

  static func main() {
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs a command line and says how it ended; everything to say about failures is on the standard error.
  private static func run(_ arguments: [String]) -> ExitStatus {
    do throws(CommandFailure) {
      try checkCommandName(arguments)
      var command = try parse(arguments)
      try execute(&command)
      return .success
    } catch {
      error.report()
      return error.status
    }
  }

  /// The words that a command line can begin with.
  private static let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  private static func checkCommandName(_ arguments: [String]) throws(CommandFailure) {
    guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name) else { return }
    throw .usage("there is no command '\(name)'\(Choice.advice(for: name, among: names))")
  }

  private static func parse(_ arguments: [String]) throws(CommandFailure) -> any ParsableCommand {
    do { return try parseAsRoot(arguments) } catch { throw .parsing(error) }
  }

  private static func execute(_ command: inout any ParsableCommand) throws(CommandFailure) {
    do { try command.run() } catch let failure as CommandFailure { throw failure } catch { throw .parsing(error) }
  }
}
