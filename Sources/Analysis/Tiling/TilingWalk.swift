import Graph
import Operators
import Tensors

/// Follows one spatial axis of a network of known sizes from its inputs to its outputs.
///
/// A second walk, with the types that the network has when the axis is one step longer, tells what depends on the size:
/// every layer must read as before, and every size must grow at the speed of its value.
struct TilingWalk {
  /// How the axis came to a value.
  enum Path: Hashable {
    case traced(TileTrace)
    case blocked(TilingObstacle)
  }

  /// The types of the longer network, and by how many cells its input is longer.
  struct Growth {
    var types: [TensorType]
    var step: Int
  }

  private let graph: Graph
  private let axis: Int
  private let growth: Growth?
  /// Of values: whether something but `max_unpool2d` reads them.
  private let isReadAsNumbers: [Bool]
  /// By value; nil for those that no output needs.
  private(set) var paths: [Path?]
  /// The most steps by which the axis may be shorter so that what fills its borders is still there.
  private(set) var sparedSteps = Int.max

  /// - Parameter axis: the spatial axis, from 0.
  init(_ graph: Graph, axis: Int, growth: Growth? = nil) {
    self.graph = graph
    self.axis = axis
    self.growth = growth
    isReadAsNumbers = graph.valuesReadAsNumbers
    paths = Array(repeating: nil, count: graph.values.count)
    let sizes = graph.inputs.first.flatMap { Self.spatialSizes(of: $0.value, in: graph) }
    for port in graph.inputs {
      let isAlike = sizes != nil && Self.spatialSizes(of: port.value, in: graph) == sizes
      paths[port.value.index] =
        isAlike
        ? .traced(TileTrace(field: .identity(axis: axis)))
        : .blocked(TilingObstacle(node: nil, reason: .unequalInputs))
    }
    let isNeeded = graph.isNeededForOutputs
    for id in graph.nodeIDs where isNeeded[id.index] {
      for index in graph[id].outputs.indices { paths[graph[id].outputs[index].index] = path(ofOutput: index, of: id) }
    }
  }

  private static func spatialSizes(of value: ValueID, in graph: Graph) -> ArraySlice<Int>? {
    graph[value].type.shape?.sizes?.dropFirst(2)
  }

  /// The smallest number of cells of the input after which every value repeats its rule; nil when it is of no use.
  var step: Int? {
    var step = 1
    for case .traced(let trace)? in paths {
      guard let rate = trace.rate else { return nil }
      step = step / AxisReach.greatestCommonDivisor(step, rate.input) * rate.input
      if step > Self.stepLimit { return nil }
    }
    return step
  }

  private static let stepLimit = 1 << 20

  private mutating func path(ofOutput index: Int, of id: NodeID) -> Path {
    var traces: [TileTrace] = []
    var obstacles: [TilingObstacle] = []
    for input in graph[id].readInputs {
      switch paths[input.index] {
      case .traced(let trace): traces.append(trace)
      case .blocked(let obstacle): obstacles.append(obstacle)
      case nil: return .blocked(TilingObstacle(node: id, reason: .untold))
      }
    }
    if let first = obstacles.min(by: { ($0.node?.index ?? -1) < ($1.node?.index ?? -1) }) { return .blocked(first) }
    do throws(Failure) {
      return .traced(try trace(ofOutput: index, of: graph[id], traces))
    } catch {
      return .blocked(TilingObstacle(node: id, reason: error.reason))
    }
  }

  private struct Failure: Error {
    var reason: TilingObstacle.Reason
    init(_ reason: TilingObstacle.Reason) { self.reason = reason }
  }

  private mutating func trace(
    ofOutput index: Int, of node: Node, _ traces: [TileTrace]
  ) throws(Failure) -> TileTrace {
    let output = node.outputs[index]
    guard let made = graph[output].type.shape?.sizes else { throw Failure(.untold) }
    if index > 0, node.operation is any AuxiliaryOutputOperator, isReadAsNumbers[output.index] {
      throw Failure(.places)
    }
    var merged: TileTrace?
    for (input, trace) in zip(node.readInputs, traces) {
      guard let given = graph[input].type.shape?.sizes, given.count == made.count, made.count > axis + 2 else {
        throw Failure(.changesAxes)
      }
      let reaches = ReceptiveField.reach(of: node.operation, from: Shape(given), to: Shape(made))
      guard reaches.indices.contains(axis), let reach = reaches[axis] else { throw Failure(.untold) }
      guard case .moving(let moving) = reach else { throw Failure(.readsWhole) }
      if readsOtherwise(node, reach, from: input, to: output) { throw Failure(.dependsOnSize) }
      try checkBorders(node, moving, trace, from: given[axis + 2], to: made[axis + 2])
      guard let read = trace.read(by: reach, size: given[axis + 2], outputSize: made[axis + 2]) else {
        throw Failure(.tooManyPhases)
      }
      guard let union = merged.map({ $0.union(read) }) ?? read else { throw Failure(.unequalSpeeds) }
      merged = union
    }
    guard let merged else { throw Failure(.untold) }
    try checkGrowth(merged, node, output, size: made[axis + 2])
    return merged
  }

  /// Refuses cells beyond a border that a tile does not have; notes how long a tile must be for the others.
  private mutating func checkBorders(
    _ node: Node, _ reach: MovingRange, _ trace: TileTrace, from size: Int, to outputSize: Int
  ) throws(Failure) {
    guard let filling = (node.operation as? any BorderFillingOperator)?.borderFilling, filling != .constant,
      case let first?? = reach.range(at: 0), case let last?? = reach.range(at: outputSize - 1)
    else { return }
    let (begin, end) = (max(0, -first.lowerBound), max(0, last.upperBound - size + 1))
    guard begin + end > 0 else { return }
    if filling == .circular { throw Failure(.wraps) }
    guard let growth, let rate = trace.rate else { return }
    let isReflected = filling == .reflect
    let needed = max(
      begin > 0 ? trace.seamEnd + (isReflected ? begin + 1 : 1) : 0,
      end > 0 ? trace.seamBegin + (isReflected ? end + 1 : 1) : 0)
    sparedSteps = min(sparedSteps, (size - needed).flooredQuotient(by: growth.step / rate.input * rate.output))
  }

  /// Whether the layer of the longer network reads by another rule.
  private func readsOtherwise(_ node: Node, _ reach: AxisReach, from input: ValueID, to output: ValueID) -> Bool {
    guard let growth, let given = growth.types[input.index].shape, let made = growth.types[output.index].shape else {
      return false
    }
    let reaches = ReceptiveField.reach(of: node.operation, from: given, to: made)
    return !reaches.indices.contains(axis) || reaches[axis] != reach
  }

  /// Refuses a value that does not grow with the input at the speed of its trace, and weights that grow.
  private func checkGrowth(_ trace: TileTrace, _ node: Node, _ output: ValueID, size: Int) throws(Failure) {
    guard let growth, let rate = trace.rate else { return }
    if let owner = node.operation as? any ParameterizedOperator {
      let sizes = owner.parameters(for: node.inputs.map { growth.types[$0.index] }).map(\.sizes)
      if sizes != node.parameters.map({ graph[$0].declaration.sizes }) { throw Failure(.sizedWeights) }
    }
    guard let grown = growth.types[output.index].shape?[axis + 2].value,
      grown - size == growth.step / rate.input * rate.output
    else { throw Failure(.fixedSize) }
  }
}

extension Graph {
  /// For each node whether an output depends on it.
  var isNeededForOutputs: [Bool] {
    var isNeeded = Array(repeating: false, count: nodes.count)
    for port in outputs { if let producer = self[port.value].producer { isNeeded[producer.index] = true } }
    for index in nodes.indices.reversed() where isNeeded[index] {
      for input in nodes[index].inputs { if let producer = self[input].producer { isNeeded[producer.index] = true } }
    }
    return isNeeded
  }

  /// For each value whether it is an output, or read by a layer that does more than put values back to their places.
  fileprivate var valuesReadAsNumbers: [Bool] {
    var isRead = Array(repeating: false, count: values.count)
    for port in outputs { isRead[port.value.index] = true }
    for node in nodes where !(node.operation is MaxUnpool2d) { for input in node.inputs { isRead[input.index] = true } }
    return isRead
  }
}
