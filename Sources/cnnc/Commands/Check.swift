import ArgumentParser
import CNNCKit
import Diagnostics
import Formats

/// `cnnc check`: every finding of every file in one run.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every mistake in model files.",
    discussion: """
      Folders are searched for *.yaml and *.yml files that have a top-level 'cnnc:' key. The exit status is 0 when there \
      are no errors, 1 when there are, 2 for a wrong command line and 3 when a file cannot be read.
      """)

  enum Format: String, CaseIterable { case text, concise, json }
  enum Denial: String, CaseIterable { case warnings }

  @Argument(help: ArgumentHelp("Model files, folders, or - for the standard input.", valueName: "path"))
  var paths: [String]

  @Option(help: "How to print findings: text, concise or json.", transform: Choice.parse)
  var format: Format = .text

  @OptionGroup var settings: ModelSettings

  @Option(help: ArgumentHelp("Check that the weights of a file fit the model.", valueName: "file"))
  var weights: String?

  @Option(help: ArgumentHelp("Fail on 'warnings' too.", valueName: "severity"), transform: Choice.parse)
  var deny: Denial?

  func run() throws {
    var files: [CheckedFile] = []
    var status = ExitStatus.success
    for path in paths {
      do throws(CommandFailure) {
        files += try check(path, &status)
      } catch {
        error.report()
        status = max(status, error.status)
      }
    }
    report(files)
    var counts = FindingCounts()
    for file in files { counts += FindingCounts(file.diagnostics) }
    if counts.errors > 0 || deny == .warnings && counts.warnings > 0 { status = max(status, .findings) }
    if status != .success { throw CommandFailure.silent(status) }
  }

  /// Checks what a path stands for; a file that cannot be read is reported, and the others are checked.
  private func check(_ path: String, _ status: inout ExitStatus) throws(CommandFailure) -> [CheckedFile] {
    guard path != "-" else { return [try checkModel(path)] }
    let found: [String]
    do { found = try ModelFiles.find(path) } catch { throw .failure(error.description) }
    if found.isEmpty { throw .failure("there is no model file below '\(path)': none has a top-level 'cnnc:' key") }
    var files: [CheckedFile] = []
    for file in found {
      do throws(CommandFailure) {
        files.append(try checkModel(file))
      } catch {
        error.report()
        status = max(status, error.status)
      }
    }
    return files
  }

  private func checkModel(_ path: String) throws(CommandFailure) -> CheckedFile {
    let model = try ModelArgument.load(path, settings.options)
    var check = ModelCheck(model)
    if let weights {
      do { try check.compareWeights(of: model, with: weights) } catch { throw .model(error) }
    }
    return CheckedFile(path: model.path, check)
  }

  private func report(_ files: [CheckedFile]) {
    switch format {
    case .json:
      Terminal.write(CheckReport.json(files, deniesWarnings: deny == .warnings).serialized() + "\n")
    case .concise:
      let renderer = ConciseRenderer(style: Terminal.outputStyle)
      for file in files {
        for diagnostic in file.diagnostics { Terminal.write(renderer.render(diagnostic, in: file.sources)) }
      }
    case .text:
      let report = TextReport(style: Terminal.outputStyle)
      for (index, file) in files.enumerated() {
        let isClean = file.diagnostics.isEmpty
        if index > 0, !isClean || !files[index - 1].diagnostics.isEmpty { Terminal.write("\n") }
        Terminal.write(report.render(file.diagnostics, in: file.sources, path: file.path))
      }
      guard files.count > 1 else { return }
      var counts = FindingCounts()
      for file in files { counts += FindingCounts(file.diagnostics) }
      Terminal.write("\n\(counts) in \(files.count) files\n")
    }
  }
}
