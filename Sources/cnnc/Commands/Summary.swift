import Analysis
import ArgumentParser
import CNNCKit
import Diagnostics
import Formats

/// `cnnc summary`: a model layer by layer, past its errors too.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Show a model layer by layer: shapes, parameters, MACs, receptive field, bytes.",
    discussion: """
      Counts are for a single sample. A model with errors is shown with ? for what is not known; the errors are on the \
      standard error, and the exit status is 1. The last lines say how the inputs can be cut into tiles for run --tile.
      """)

  enum Format: String, CaseIterable { case table, json, csv, markdown }

  @OptionGroup var argument: ModelArgument

  @Option(help: "How to print it: table, json, csv or markdown.", transform: Choice.parse)
  var format: Format = .table

  func run() throws {
    let model = try argument.load()
    if let graph = model.graph {
      let report = SummaryReport(
        ModelSummary(graph), sources: model.sources, diagnostics: model.diagnostics, tiling: TilingReport(model))
      switch format {
      case .table: Terminal.write(report.table(style: Terminal.outputStyle))
      case .json: Terminal.write(report.json.serialized() + "\n")
      case .csv: Terminal.write(report.csv)
      case .markdown: Terminal.write(report.markdown)
      }
    }
    if model.diagnostics.hasErrors || model.graph == nil {
      Terminal.log(
        TextReport(style: Terminal.errorStyle).render(model.diagnostics, in: model.sources, path: model.path))
      throw CommandFailure.findings
    }
  }
}
