import ArgumentParser
import CNNCKit
import Diagnostics
import Execution
import Formats
import Operators

/// `cnnc run`: the forward pass, and the backward pass when asked.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a model on data.",
    discussion: """
      Inputs are .bin (raw little-endian float32), .npy, .npz and .safetensors files. Without --weights the model's own \
      file of weights is used, and without one the initialisers with --seed. Without --input the inputs are random.
      """)

  enum Format: String, CaseIterable { case text, json }

  @OptionGroup var argument: ModelArgument
  @OptionGroup(title: "Data") var data: RunDataOptions
  @OptionGroup(title: "Gradients") var gradients: GradientOptions
  @OptionGroup(title: "Timing") var timing: TimingOptions
  @OptionGroup(title: "Optimization") var optimization: OptimizationOptions
  @OptionGroup var tile: TileOption

  @Option(help: ArgumentHelp("Show the best classes of the first output.", valueName: "count"))
  var top: Int?

  @Option(help: "Batch statistics and dropout (training), or neither (inference).", transform: Choice.parse)
  var mode: ExecutionMode = .inference

  @Option(help: "How to print the outputs: text or json.", transform: Choice.parse)
  var format: Format = .text

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1") }
    if gradients.target != nil || gradients.gradients != nil, !gradients.backward {
      throw ValidationError("--target and --gradients need --backward")
    }
    if format == .json, !data.dump.isEmpty, data.dumpDir == nil {
      throw ValidationError("--dump prints tensors as text: with --format json it needs --dump-dir")
    }
    if tile.text != nil, gradients.backward || mode == .training || !data.dump.isEmpty || timing.measuresSteps {
      throw ValidationError(
        "--tile computes outputs only: not with --backward, --mode training, --dump, --repeat, --profile or --trace")
    }
    if data.cacheWeights, gradients.backward || mode == .training || tile.text != nil {
      throw ValidationError("--cache-weights is for whole inferences: not with --backward, --mode training or --tile")
    }
    if format == .json, timing.profile { throw ValidationError("--profile prints a table: it needs --format text") }
  }

  func run() throws {
    let model = try argument.load()
    do throws(ModelError) {
      if let sizes = tile.sizes { try runTiles(of: model, sizes) } else { try runWhole(model) }
    } catch {
      throw CommandFailure.model(error)
    }
  }

  private func runWhole(_ model: Model) throws(ModelError) {
    let run = try ModelRun(model, makeRequest())
    for note in run.notes { Terminal.reportNote(note) }
    let progress = ProgressLine("run", of: timing.repeats)
    let result = try run.run(progress: progress.show)
    progress.clear()
    try save(result, of: run.model)
    if let trace = timing.trace { try run.model.write(ProfileReport(run, result).trace.serialized(), to: trace) }
    report(result, of: run.model, run.session, profile: timing.profile ? ProfileReport(run, result) : nil)
  }

  private func runTiles(of model: Model, _ sizes: [Int]) throws(ModelError) {
    let run = try TiledRun(model, makeRequest(), tile: sizes)
    for note in run.notes { Terminal.reportNote(note) }
    let progress = ProgressLine("tile", of: run.tiled.count)
    let result = try run.run(progress: progress.show)
    progress.clear()
    try save(result, of: run.model)
    report(result, of: run.model, run.session)
    Terminal.log(run.tiled.summary)
  }

  private func makeRequest() throws(ModelError) -> RunRequest {
    var request = RunRequest()
    request.inputs = data.sources
    request.seed = data.seed
    request.weights = data.weights.map { .file($0) } ?? .model(seed: data.seed)
    request.mode = mode
    request.optimization = optimization.choice
    if data.cacheWeights { request.packedFolder = try UserCache.requiredPath(of: "packed") }
    request.threads = timing.threads
    request.dumps = data.dump
    request.repeats = timing.repeats
    request.isProfiled = timing.profile || timing.trace != nil
    if gradients.backward { request.backward = gradients.target.map { .loss(target: $0) } ?? .sum }
    return request
  }

  private func save(_ result: RunResult, of model: Model) throws(ModelError) {
    if let output = data.output { try model.write(result.outputs, to: output, option: "--output") }
    if let file = gradients.gradients { try model.write(result.gradients, to: file, option: "--gradients") }
    if let folder = data.dumpDir { try model.write(result.dumps, below: folder) }
  }

  private func report(
    _ result: RunResult, of model: Model, _ session: Execution.Session, profile: ProfileReport? = nil
  ) {
    let style = Terminal.outputStyle
    let report = RunReport(result, labels: model.labels, top: top)
    switch format {
    case .json: Terminal.write(report.json.serialized() + "\n")
    case .text:
      if data.output == nil || top != nil { Terminal.write(report.text(style: style)) }
      if data.dumpDir == nil {
        for dump in result.dumps.entries {
          Terminal.write("\n" + TensorText.describe(dump.name, dump.tensor, style: style))
        }
      }
      if gradients.backward, gradients.gradients == nil { Terminal.write("\n" + report.gradientTable(style: style)) }
      if let profile { Terminal.write("\n" + profile.table(style: style)) }
    }
    for warning in report.warnings { Terminal.reportWarning(warning) }
    Terminal.log(RunReport.timeLine(result, of: session))
  }
}
