import ArgumentParser
import CNNCKit
import Execution
import Formats
import Operators
import Passes

/// `cnnc plan`: the memory that running a model needs, without running it.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the memory plan: peak, lower bound, what is alive at the peak, every buffer.")

  enum Format: String, CaseIterable { case text, json, csv }

  @OptionGroup var argument: ModelArgument

  @Option(help: "What to plan for: inference or training (forward and backward).", transform: Choice.parse)
  var mode: ExecutionMode = .inference

  @Option(help: ArgumentHelp("The number of samples run together (default: the file's, or 1).", valueName: "count"))
  var batch: Int?

  @Option(help: ArgumentHelp("The number of threads (default: the machine's).", valueName: "count"))
  var threads: Int?

  @OptionGroup(title: "Optimization") var optimization: OptimizationOptions

  @Option(help: "Print the graph as a pass of the optimization leaves it, and plan nothing.", transform: Choice.parse)
  var dumpAfter: OptimizationPass?

  @OptionGroup var tile: TileOption

  @Option(help: "How to print it: text, json or csv.", transform: Choice.parse)
  var format: Format = .text

  func validate() throws {
    if let batch, batch < 1 { throw ValidationError("--batch must be at least 1") }
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
    if dumpAfter != nil {
      if mode == .training || optimization.noOptimize {
        throw ValidationError(
          "--dump-after shows how inference is optimized: not with --mode training or --no-optimize")
      }
      if optimization.stopAfter != nil {
        throw ValidationError("--dump-after and --stop-after cannot be used together")
      }
      if format != .text || tile.text != nil {
        throw ValidationError("--dump-after prints a graph: not with --format or --tile")
      }
    }
    if tile.text != nil, mode == .training {
      throw ValidationError("--tile is for inference: not with --mode training")
    }
  }

  func run() throws {
    if let dumpAfter {
      Terminal.write(try optimizedGraph(after: dumpAfter))
      return
    }
    let (plan, tiled) = try makePlan()
    for note in tiled?.notes ?? [] { Terminal.reportNote(note) }
    let report = PlanReport(plan, tiled: tiled)
    switch format {
    case .text: Terminal.write(report.text(style: Terminal.outputStyle))
    case .json: Terminal.write(report.json.serialized() + "\n")
    case .csv: Terminal.write(report.csv)
    }
  }

  private func optimizedGraph(after pass: OptimizationPass) throws(CommandFailure) -> String {
    let loaded = try argument.load()
    do throws(ModelError) {
      return try loaded.concrete(batch: batch).optimizedGraph(after: pass, optimization.choice)
    } catch {
      throw .model(error)
    }
  }

  /// The plan of the whole inputs, or of a tile.
  private func makePlan() throws(CommandFailure) -> (ExecutionPlan, TiledModel?) {
    let loaded = try argument.load()
    let threads = threads ?? ProcessorCount.usable
    do throws(ModelError) {
      let model = try loaded.concrete(batch: batch)
      let kernels = try selectedKernels()
      guard let sizes = tile.sizes else {
        return (
          try model.plan(mode, threads: threads, optimization: optimization.choice, kernels: kernels), nil
        )
      }
      let tiled = try TiledModel(model, wanted: sizes)
      return (
        try Model.plan(tiled.tile, PlanOptions(threads: threads, optimization: optimization.choice), kernels: kernels),
        tiled
      )
    } catch {
      throw .model(error)
    }
  }
}
