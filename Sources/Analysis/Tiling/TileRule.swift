import Graph
import Tensors

/// How one spatial axis is cut into tiles.
package struct TileRule: Hashable, Sendable {
  /// What a tile makes of one output.
  package struct Output: Hashable, Sendable {
    /// The cells of the whole.
    package var size: Int
    /// The cells that one step of the input makes.
    package var cellsPerStep: Int
    /// The first cells of a tile after a cut, and the last ones before a cut, that differ from the whole.
    package var seamBegin: Int
    package var seamEnd: Int
    /// The cells of the input that are needed before and after those that a part of the output stands for.
    package var haloBegin = 0
    package var haloEnd = 0
    /// The output's cells for each cell of the input.
    package var scale: Double
    /// The output has `scale * size + 2 * offset` cells.
    package var offset: Double
  }

  /// Tiles begin at multiples of it, and are shorter than the whole by a multiple of it.
  package var step: Int
  /// The cells of the whole.
  package var size: Int
  /// The size of the shortest tile that adds something to every output between two cuts.
  package var minimum: Int
  /// In the order of the network's outputs.
  package var outputs: [Output]

  /// The rule of an axis, from 0, that reaches every output without an obstacle.
  init(_ graph: Graph, _ walk: TilingWalk, sizes: [Int], axis: Int, step: Int) {
    self.step = step
    size = sizes[axis]
    outputs = []
    for port in graph.outputs {
      guard case .traced(let trace)? = walk.paths[port.value.index],
        let size = graph[port.value].type.shape?[axis + 2].value
      else { preconditionFailure("an output without an obstacle has a trace") }
      outputs.append(Output(trace, size: size, inputSize: sizes[axis], step: step))
    }
    let spared = outputs.map { ($0.size - $0.seamBegin - $0.seamEnd).flooredQuotient(by: $0.cellsPerStep) - 1 }
    let steps = min(spared.min() ?? 0, walk.sparedSteps, (sizes[axis] - 1).flooredQuotient(by: step))
    minimum = sizes[axis] - steps * step
    raiseMinimum(graph, sizes, axis: axis)
  }

  /// The most sizes that are tried until every layer takes one.
  private static let trialLimit = 64

  /// Raises the minimum until every layer takes a tile of that size.
  private mutating func raiseMinimum(_ graph: Graph, _ sizes: [Int], axis: Int) {
    var dimensions = sizes.map { Dimension.known($0) }
    for _ in 0..<Self.trialLimit where minimum < size {
      dimensions[axis] = .known(minimum)
      if case .types = graph.resized(toSpatial: dimensions) { return }
      minimum += step
    }
  }
}

extension TileRule.Output {
  /// The rule of an output of `size` cells with a trace, for an input of `inputSize` cells.
  init(_ trace: TileTrace, size: Int, inputSize: Int, step: Int) {
    guard let rate = trace.rate, case .moving(let moving) = trace.field.reach else {
      preconditionFailure("a trace moves with the input")
    }
    self.size = size
    cellsPerStep = step / rate.input * rate.output
    (seamBegin, seamEnd) = (trace.seamBegin, trace.seamEnd)
    scale = Double(rate.output) / Double(rate.input)
    offset = (Double(size) - scale * Double(inputSize)) / 2
    setHalo(moving, inputSize: inputSize, step: step)
  }

  /// Finds the halo of parts of the output that begin and end where steps of the input do, moved by the offset.
  ///
  /// It is what the cells at the ends of the part read. Where that alone would leave a seam in the part, because a layer
  /// crops, it is the least that avoids it.
  private mutating func setHalo(_ reach: MovingRange, inputSize: Int, step: Int) {
    let shift = Int(offset)
    let first = (shift..<shift + reach.period).compactMap { reach.range(at: $0).flatMap { $0?.lowerBound } }.min()
    let last = (shift - reach.period..<shift).compactMap { reach.range(at: $0).flatMap { $0?.upperBound } }.max()
    let stepsBefore = max(0, (seamBegin - shift).ceiledQuotient(by: cellsPerStep))
    haloBegin = max(0, -(first ?? 0), (stepsBefore - 1) * step + 1)
    if stepsBefore == 0 { haloBegin = max(0, -(first ?? 0)) }
    // A tile that ends `rest + n * step` behind the part has `size - (inputSize - rest) / step * cellsPerStep` + n steps.
    let rest = inputSize % step
    let cells = size - (inputSize - rest) / step * cellsPerStep
    let stepsAfter = max(0, (shift + seamEnd - cells).ceiledQuotient(by: cellsPerStep))
    haloEnd = max(0, (last ?? -1) + 1, stepsAfter == 0 ? 0 : rest + (stepsAfter - 1) * step + 1)
  }
}
