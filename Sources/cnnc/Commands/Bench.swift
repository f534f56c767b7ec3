import ArgumentParser
import CNNCKit
import Execution
import Formats

/// `cnnc bench`: how fast a model runs, as a whole and layer by layer.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure how fast a model runs, as a whole and layer by layer.",
    discussion: """
      The model is run until it is warm, then for some seconds, then a few times with a clock at every layer. The last \
      column of the table compares each layer with what the same kernels reach in the first cache: a layer computed \
      with fewer products than it is defined by can be above 100 %. Without weights the initialisers are used.
      """)

  enum Format: String, CaseIterable { case text, json }

  @OptionGroup var argument: ModelArgument

  @Option(help: ArgumentHelp("The number of samples run together (default: the file's, or 1).", valueName: "count"))
  var batch: Int?

  @Option(help: ArgumentHelp("The number of threads (default: the machine's).", valueName: "count"))
  var threads: Int?

  @Option(help: ArgumentHelp("How long to run the model as a whole.", valueName: "seconds"))
  var seconds = 3.0

  @Option(help: ArgumentHelp("The weights: .safetensors or .npz with state_dict names.", valueName: "file"))
  var weights: String?

  @OptionGroup(title: "Optimization") var optimization: OptimizationOptions

  @Option(help: "How to print it: text or json.", transform: Choice.parse)
  var format: Format = .text

  func validate() throws {
    if let batch, batch < 1 { throw ValidationError("--batch must be at least 1") }
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024") }
    if !(seconds > 0 && seconds <= 3600) { throw ValidationError("--seconds must be above 0 and at most 3600") }
  }

  func run() throws {
    let model = try argument.load()
    do throws(ModelError) {
      var request = RunRequest()
      request.threads = threads
      request.optimization = optimization.choice
      request.weights = weights.map { .file($0) } ?? .model(seed: 0)
      let run = try ModelRun(try model.concrete(batch: batch), request)
      for note in run.notes { Terminal.reportNote(note) }
      let progress = ProgressLine("bench", of: Int(15 * seconds))
      let benchmark = try Benchmark(run, seconds: seconds) { progress.show(Int($0 * 10)) }
      progress.clear()
      switch format {
      case .json: Terminal.write(benchmark.json.serialized() + "\n")
      case .text:
        Terminal.write(benchmark.profile.table(ceiling: benchmark.ceiling, style: Terminal.outputStyle))
        Terminal.write("\n" + benchmark.summary)
      }
    } catch {
      throw CommandFailure.model(error)
    }
  }
}
