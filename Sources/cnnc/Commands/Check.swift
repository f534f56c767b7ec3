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

  @Flag(help: "Make every safe fix in the files, and report what is left; with - print the mended text.")
  var fix = false

  @Flag(help: "With --fix or --diff, make fixes too that change what the network computes.")
  var unsafeFixes = false

  @Flag(help: "Change nothing; show what --fix would change, and exit with 1 if anything would.")
  var diff = false

  func validate() throws {
    if unsafeFixes, !fix, !diff { throw ValidationError("--unsafe-fixes needs --fix or --diff") }
    if fix || diff, weights != nil { throw ValidationError("--weights cannot be checked together with fixes") }
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs must be from 1 to 1024") }
  }

  func run() throws {
    if fix || diff { return try makeFixes() }
    let request = CheckRequest(options: settings.options, weights: weights)
    let targets = CheckTargets(paths, onlyModels: onlyModels)
    let progress = ProgressLine("checking", of: targets.files.count)
    var results = request.check(targets, jobs: jobs) { progress.show($0) }
    progress.clear()
    results.deniesWarnings = deny == .warnings
    Terminal.write(format.render(results, style: Terminal.outputStyle))
    try end(results)
  }

  /// Makes or shows fixes; what was made is logged, and what is left reported.
  private func makeFixes() throws {
    let request = FixRequest(options: settings.options, includesUnsafe: unsafeFixes, writes: !diff, paths: paths)
    var results = request.fix(CheckTargets(paths, onlyModels: onlyModels))
    results.remaining.deniesWarnings = deny == .warnings
    for change in results.changes {
      Terminal.log("\(diff ? "would fix" : "fixed") \(change.path):\(change.line): \(change.title) [\(change.code)]")
    }
    if diff {
      for difference in results.differences { Terminal.write(difference) }
      return try end(results.remaining, fails: !results.changes.isEmpty)
    }
    if let text = results.standardInput {
      Terminal.write(text)
      Terminal.log(format.render(results.remaining, style: Terminal.errorStyle))
    } else {
      Terminal.write(format.render(results.remaining, style: Terminal.outputStyle))
    }
    try end(results.remaining)
  }

  /// Reports what could not be read or written, and ends with the status of all.
  private func end(_ results: CheckResults, fails: Bool = false) throws {
    let failures = results.failures.map { CommandFailure.model($0.error) }
    for failure in failures { failure.report() }
    let status = failures.map(\.status).max() ?? .success
    let ending = fails || results.hasDeniedFindings ? max(status, .findings) : status
    if ending != .success { throw CommandFailure.silent(ending) }
  }
}
