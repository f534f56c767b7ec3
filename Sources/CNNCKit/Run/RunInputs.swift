import Diagnostics
import Formats
import Graph
import Operators
import Passes
import Tensors

/// The tensors that a request gives a model, and what they say about its sizes.
struct RunInputs {
  /// The sizes of the symbols, those of the model's options among them.
  private(set) var symbols: [String: Int]
  private(set) var notes: [String] = []
  /// Whether every input has a file.
  let isComplete: Bool
  private var given: [Tensor] = []

  init(_ request: RunRequest, for model: Model, loss: (any LossOperator)?) throws(ModelError) {
    symbols = model.options.sizes
    isComplete = !request.inputs.isEmpty
    guard isComplete else {
      notes = ["no input is given: it is standard normal numbers with seed \(request.seed)"]
      if case .loss = request.backward { throw ModelError(.request("a target needs inputs: give --input too")) }
      return
    }
    var files = request.inputs
    if case .loss(let target) = request.backward { files.append(InputSource(name: LossPort.target, path: target)) }
    let argument = NamedArgument("--input", files.map(\.argument).joined(separator: " "), in: model.sources)
    let graph = try model.validGraph().appending(loss)
    do throws(DataError) {
      let read = try ModelInputs.read(files, for: graph, symbols: symbols)
      given = read.tensors
      symbols = read.symbols
      notes = read.notes
    } catch {
      throw argument.error(error)
    }
  }

  /// One tensor for each input of a graph whose sizes are numbers.
  func tensors(for graph: Graph, seed: UInt64) -> [Tensor] {
    if isComplete { return given }
    return graph.inputs.map { port in
      let type = graph[port.value].type
      let tensor = Tensor(zeros: type.shape?.sizes ?? [], dtype: type.dtype)
      if type.dtype == .float32 {
        Initializer.normal(mean: 0, standardDeviation: 1)
          .fill(tensor, from: RandomStream(seed: seed, name: "input." + port.name))
      }
      return tensor
    }
  }
}

extension InputSource {
  /// The source as it is written on the command line.
  fileprivate var argument: String { name.map { "\($0)=\(path)" } ?? path }
}
