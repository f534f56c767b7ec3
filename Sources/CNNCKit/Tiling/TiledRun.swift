import Analysis
package import Execution
import Formats
import Graph
import Operators
import Passes
import Tensors

/// A model made ready to run on its inputs tile by tile, in the memory that one tile needs.
package final class TiledRun {
  /// The model with a number for every size.
  package let model: Model
  package let tiled: TiledModel
  /// The session of a tile.
  package let session: Execution.Session
  /// What a user should know about how the run came about, as phrases.
  package let notes: [String]
  private let inputs: [(whole: Tensor, tile: Tensor)]

  /// Reads the inputs and weights, cuts the model and plans the run of a tile. Only outputs are computed.
  package init(_ model: Model, _ request: RunRequest, tile wanted: [Int]) throws(ModelError) {
    let given = try RunInputs(request, for: model, loss: nil)
    let model = try given.isComplete ? model.binding(given.symbols).concrete() : model.concrete()
    let tiled = try TiledModel(model, wanted: wanted)
    let parameters = try model.parameters(request.weights, for: tiled.whole)
    session = try Execution.Session(
      tiled.tile, PlanOptions(seed: request.seed, optimization: request.optimization), threads: request.threads,
      parameters: parameters.tensors)
    inputs = zip(tiled.tile.inputs, given.tensors(for: tiled.whole, seed: request.seed)).map { port, whole in
      (whole, Tensor(zeros: tiled.tile[port.value].type.shape?.sizes ?? [], dtype: whole.dtype))
    }
    do {
      for (port, input) in zip(tiled.tile.inputs, inputs) { try session.setInput(port.name, to: input.tile) }
    } catch {
      throw ModelError(error)
    }
    var notes = given.notes + tiled.notes
    if let note = model.initializationNote(request.weights, for: tiled.whole) { notes.insert(note, at: 0) }
    self.model = model
    self.tiled = tiled
    self.notes = notes
  }

  /// Runs every tile and joins the outputs; `progress` is called after each tile.
  package func run(progress: (Int) -> Void = { _ in }) throws(ModelError) -> RunResult {
    let outputs = tiled.whole.outputs.map { port in
      let type = tiled.whole[port.value].type
      return (name: port.name, tensor: Tensor(zeros: type.shape?.sizes ?? [], dtype: type.dtype))
    }
    let start = ContinuousClock.now
    for number in 0..<tiled.count {
      let tiles = tiled.tiles(of: number)
      for input in inputs {
        input.tile.copy(
          from: input.whole, at: [0, 0] + tiles.map(\.origin), to: input.tile.sizes.map { _ in 0 },
          sizes: input.tile.sizes)
      }
      do {
        try session.run()
        for (index, output) in outputs.enumerated() {
          let parts = tiles.map { $0.parts[index] }
          output.tensor.copy(
            from: try session.output(output.name),
            at: [0, 0] + zip(parts, tiles).map { $0.lowerBound - $1.outputOrigins[index] },
            to: [0, 0] + parts.map(\.lowerBound), sizes: output.tensor.sizes.prefix(2) + parts.map(\.count))
        }
      } catch {
        throw ModelError(error)
      }
      progress(number + 1)
    }
    return RunResult(
      outputs: TensorCollection(outputs), gradients: TensorCollection([]), dumps: TensorCollection([]),
      timings: [RunResult.Timing(milliseconds: (ContinuousClock.now - start).milliseconds, steps: nil)])
  }
}

extension TiledModel {
  /// The tile of each axis for a tile of the whole, the last axis first.
  fileprivate func tiles(of number: Int) -> [AxisTiles.Tile] {
    var rest = number
    var tiles: [AxisTiles.Tile] = []
    for axis in axes.reversed() {
      tiles.insert(axis.tiles[rest % axis.tiles.count], at: 0)
      rest /= axis.tiles.count
    }
    return tiles
  }
}
