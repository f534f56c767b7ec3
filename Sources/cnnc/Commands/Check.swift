import ArgumentParser
import CNNCKit
import Formats

/// `cnnc check`: every finding of every file in one run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in model files.",
    discussion: """
      Folders are searched for *.yaml and *.yml files that have a top-level 'cnnc:' key. The exit status is 0 when there \
      are no errors, 1 when there are, 2 for a wrong command line and 3 when a file cannot be read.
      """)

  enum Denial: String, CaseIterable { case warnings }

  @Argument(help: ArgumentHelp("Model files, folders, or - for the standard input.", valueName: "path"))
  var paths: [String]

  @Option(
    help: "How to print findings: text, concise, json, sarif, github, gitlab, junit or rdjson.",
    transform: Choice.parse)
  var format: CheckFormat = .text

  @OptionGroup var settings: ModelSettings

  @Option(help: ArgumentHelp("Check that the weights of a file fit the model.", valueName: "file"))
  var weights: String?

  @Option(help: ArgumentHelp("Fail on 'warnings' too.", valueName: "severity"), transform: Choice.parse)
  var deny: Denial?

  @Flag(help: "Skip named files that have no top-level 'cnnc:' key, as hooks that name every YAML file need.")
  var onlyModels = false

  @Option(help: ArgumentHelp("The most files to check at the same time (default: the machine's).", valueName: "count"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
  }

  func run() throws {
    let request = CheckRequest(options: settings.options, weights: weights)
    let targets = CheckTargets(paths, onlyModels: onlyModels)
    let progress = ProgressLine("checking", of: targets.files.count)
    var results = request.check(targets, jobs: jobs) { progress.show($0) }
    progress.clear()
    results.deniesWarnings = deny == .warnings
    Terminal.write(format.render(results, style: Terminal.outputStyle))
    let failures = results.failures.map { CommandFailure.model($0.error) }
    for failure in failures { failure.report() }
    let status = failures.map(\.status).max() ?? .success
    let ending = results.hasDeniedFindings ? max(status, .findings) : status
    if ending != .success { throw CommandFailure.silent(ending) }
  }
}
