import ArgumentParser
import CNNCKit
import Formats

/// `cnnc diff`: two models beside each other.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two models: shapes, parameters, MACs, memory, and which weights still fit.",
    discussion: """
      Layers are told to be the same by their paths, else by their order, operators and attributes. --set and --shape \
      are for both models, --with for the second only; without a second file it is the first one with other params, as \
      in 'cnnc diff net.yaml --with width=32'.
      """)

  enum Format: String, CaseIterable { case text, json, markdown }

  @Argument(help: ArgumentHelp("The first model file, or - for the standard input.", valueName: "first"))
  var first: String

  @Argument(help: ArgumentHelp("The second model file; the first one by default.", valueName: "second"))
  var second: String?

  @OptionGroup var settings: ModelSettings

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("Give a param another value in the second model; may be repeated.", valueName: "name=value"))
  var changes: [String] = []

  @Option(help: "How to print it: text, json or markdown.", transform: Choice.parse)
  var format: Format = .text

  @Flag(help: "Exit with 1 when the models differ.")
  var exitCode = false

  func validate() throws {
    if second == nil, changes.isEmpty { throw ValidationError("diff needs a second file, or --with") }
    if first == "-", second == nil || second == "-" {
      throw ValidationError("the standard input can be one of the two models only")
    }
  }

  func run() throws {
    var changed = settings.options
    changed.settings += changes
    let old = try ModelArgument.load(first, settings.options)
    let new = try ModelArgument.load(second ?? first, changed)
    let report: DiffReport
    do throws(ModelError) { report = try DiffReport(old, new) } catch { throw CommandFailure.model(error) }
    switch format {
    case .text: Terminal.write(report.text(style: Terminal.outputStyle))
    case .json: Terminal.write(report.json.serialized() + "\n")
    case .markdown: Terminal.write(report.markdown)
    }
    for model in [old, new] { try model.reportStructuralErrors() }
    if exitCode, report.hasDifferences { throw CommandFailure.findings }
  }
}
