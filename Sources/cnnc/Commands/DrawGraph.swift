import ArgumentParser
import CNNCKit
import Formats

/// `cnnc graph`: a model as a drawing.
struct DrawGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draw a model as SVG, or for Graphviz or Mermaid.",
    discussion: """
      Scopes are frames around their layers; --depth and --collapse draw them as one box each. A model with errors is \
      drawn as far as it is known; the errors are on the standard error, and the exit status is 1.
      """)

  @OptionGroup var argument: ModelArgument

  @Option(help: "How to draw it: dot, mermaid or svg.", transform: Choice.parse)
  var format: GraphDrawing.Format = .svg

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; the standard output by default.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Draw scopes that are nested deeper as one box each.", valueName: "levels"))
  var depth: Int?

  @Option(help: ArgumentHelp("Draw a scope as one box; may be repeated.", valueName: "scope"))
  var collapse: [String] = []

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth must not be negative") }
  }

  func run() throws {
    let model = try argument.load()
    do throws(ModelError) {
      let drawing = try GraphDrawing(model, DiagramDetail(depth: depth, collapsed: collapse))
      if let output {
        try drawing.write(format, to: output)
        Terminal.write("wrote \(output)\n")
      } else {
        Terminal.write(drawing.text(format))
      }
    } catch {
      throw CommandFailure.model(error)
    }
    try model.reportStructuralErrors()
  }
}
