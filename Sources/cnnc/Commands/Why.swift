import ArgumentParser
import CNNCKit
import Formats

/// `cnnc why`: how the sizes of a layer came to be.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Tell how each size of a layer's output came to be, from the input on.",
    discussion: """
      The layer is a path such as layer1.0.conv1, the name of an input, or a line such as :42 or blocks/resnet.yaml:7. \
      A model with errors is told as far as sizes are known; the errors are on the standard error, and the exit status \
      is 1.
      """)

  enum Format: String, CaseIterable { case text, json }

  @OptionGroup var argument: ModelArgument

  @Argument(help: ArgumentHelp("The layer: its path, an input, or a line.", valueName: "layer"))
  var layer: String

  @Option(help: ArgumentHelp("Tell of one axis only: N, C, D, H, W, L or its number.", valueName: "axis"))
  var axis: String?

  @Option(help: "How to print it: text or json.", transform: Choice.parse)
  var format: Format = .text

  func run() throws {
    let model = try argument.load()
    do throws(ModelError) {
      let report = try WhyReport(model, layer: layer, axis: axis)
      switch format {
      case .text: Terminal.write(report.text(style: Terminal.outputStyle))
      case .json: Terminal.write(report.json.serialized() + "\n")
      }
    } catch {
      throw CommandFailure.model(error)
    }
    try model.reportStructuralErrors()
  }
}
