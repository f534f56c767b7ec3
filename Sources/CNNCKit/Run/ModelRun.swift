package import Execution
import Formats
package import Graph
import Operators
import Passes
import Tensors

/// A model made ready for a request: sizes, weights, plan and memory.
package final class ModelRun {
  /// The model with a number for every size.
  package let model: Model
  /// The model's graph, with the loss at its end when the request has one.
  package let graph: Graph
  package let session: Execution.Session
  /// What a user should know about how the run came about, as phrases.
  package let notes: [String]
  private let request: RunRequest
  private let dumps: [(name: String, value: ValueID)]

  /// Reads the inputs and weights and plans the run. Throws the findings of a model or of data that are wrong.
  package init(_ model: Model, _ request: RunRequest) throws(ModelError) {
    let loss = try model.loss(for: request.backward)
    let inputs = try RunInputs(request, for: model, loss: loss)
    let model = try inputs.isComplete ? model.binding(inputs.symbols).concrete() : model.concrete()
    let graph = try model.validGraph().appending(loss)
    if request.mode == .training { try graph.checkTrainingSizes() }
    let parameters = try model.parameters(request.weights, for: graph)
    let dumps = try graph.values(of: request.dumps)
    let options = PlanOptions(
      mode: request.mode, seed: request.seed, gradients: graph.gradients(for: request.backward),
      keep: Set(dumps.map(\.value)), optimization: request.optimization)
    var notes = inputs.notes
    session = try Execution.Session(
      graph, options, threads: request.threads, parameters: parameters.tensors, packing: request.packedFolder,
      problem: { notes.append("the packed weights are not kept: \($0)") })
    do {
      for (port, tensor) in zip(graph.inputs, inputs.tensors(for: graph, seed: request.seed)) {
        try session.setInput(port.name, to: tensor)
      }
    } catch {
      throw ModelError(error)
    }
    if let note = model.initializationNote(request.weights, for: graph) { notes.insert(note, at: 0) }
    self.model = model
    self.graph = graph
    self.notes = notes
    self.request = request
    self.dumps = dumps
  }

  /// Runs the model and, when the request says so, again for timing; `progress` is called after each repeat.
  package func run(progress: (Int) -> Void = { _ in }) throws(ModelError) -> RunResult {
    do {
      var timings = try session.runTimedOrNot(request.isProfiled)
      let outputs = try session.plan.outputs.map { port throws(SessionError) in
        (name: port.name, tensor: try session.output(port.name).copied())
      }
      let gradients = session.plan.gradients.compactMap { port in
        session.gradient(port.name).map { (name: port.name, tensor: $0.copied()) }
      }
      let dumped = dumps.compactMap { dump in
        session.value(dump.value).map { (name: dump.name, tensor: $0.copied()) }
      }
      if request.repeats > 0 { timings.removeAll() }
      for number in 0..<request.repeats {
        timings += try session.runTimedOrNot(request.isProfiled)
        progress(number + 1)
      }
      return RunResult(
        outputs: TensorCollection(outputs), gradients: TensorCollection(gradients), dumps: TensorCollection(dumped),
        timings: timings)
    } catch {
      throw ModelError(error)
    }
  }

  /// Runs the model again and again, and returns the times in milliseconds: one at least.
  func timed(while goesOn: () -> Bool) throws(ModelError) -> [Double] {
    var times: [Double] = []
    do {
      repeat { times += try session.runTimedOrNot(false).map(\.milliseconds) } while goesOn()
    } catch {
      throw ModelError(error)
    }
    return times
  }

  /// Runs the model with a clock at every step.
  func profile(runs: Int) throws(ModelError) -> ProfileReport {
    var timings: [RunResult.Timing] = []
    do {
      for _ in 0..<runs { timings += try session.runTimedOrNot(true) }
    } catch {
      throw ModelError(error)
    }
    let empty = TensorCollection([(name: String, tensor: Tensor)]())
    return ProfileReport(self, RunResult(outputs: empty, gradients: empty, dumps: empty, timings: timings))
  }
}
