import Graph
import Tensors

/// How far ahead the values of a network look along one spatial axis.
///
/// A cell at position `q` of a value with `scale` cells for each cell of the input stands for position
/// `floor(q / scale)` of the input, and looks ahead by as many cells as what it reads lies behind that.
struct Causality {
  enum Outlook: Hashable {
    /// What is read, and the most cells by which it lies ahead; negative when it all lies behind.
    case ahead(FieldOfView, Int)
    /// The end of the axis, at every position.
    case everything
    /// Nobody knows.
    case untold
  }

  /// A layer that looks ahead further than what it reads.
  struct Offender: Hashable {
    var node: NodeID
    /// The cells of the input that it adds; nil when it reads the whole axis, or nobody knows what.
    var steps: Int?
    var isUntold = false
  }

  private let graph: Graph
  private let axis: Int
  private let operation: (NodeID) -> any Operator
  private var outlooks: [Outlook?]

  /// - Parameters:
  ///   - axis: the spatial axis, from 0.
  ///   - operation: the operator of a node, so that a repair can be tried.
  init(_ graph: Graph, axis: Int, operation: ((NodeID) -> any Operator)? = nil) {
    self.graph = graph
    self.axis = axis
    self.operation = operation ?? { graph[$0].operation }
    outlooks = Array(repeating: nil, count: graph.values.count)
    for port in graph.inputs { outlooks[port.value.index] = .ahead(.identity(axis: axis), 0) }
    for id in graph.nodeIDs {
      for output in graph[id].outputs { outlooks[output.index] = outlook(of: output, from: id) }
    }
  }

  /// How far a value looks ahead; nil when it does not end.
  func steps(of value: ValueID) -> Int? {
    if case .ahead(_, let steps)? = outlooks[value.index] { max(0, steps) } else { nil }
  }

  private func outlook(of output: ValueID, from id: NodeID) -> Outlook {
    let node = graph[id]
    var merged: FieldOfView?
    for input in node.readInputs {
      guard case .ahead(let field, _)? = outlooks[input.index] else { return outlooks[input.index] ?? .untold }
      guard let made = graph[output].type.shape, let given = graph[input].type.shape else { return .untold }
      guard made.rank == given.rank else { return .everything }
      let reaches = ReceptiveField.reach(of: operation(id), from: given, to: made)
      guard reaches.indices.contains(axis), let reach = reaches[axis] else { return .untold }
      if reach == .whole { return .everything }
      guard let read = field.read(by: reach), let union = merged.map({ $0.union(read) }) ?? read else { return .untold }
      merged = union
    }
    return merged.flatMap { field in field.stepsAhead.map { .ahead(field, $0) } } ?? .untold
  }

  /// The layers on the ways to a value that add to how far it looks ahead, in the order of the file.
  func offenders(before value: ValueID) -> [Offender] {
    var isOnTheWay = Array(repeating: false, count: graph.nodes.count)
    if let producer = graph[value].producer { isOnTheWay[producer.index] = true }
    var offenders: [Offender] = []
    for id in graph.nodeIDs.reversed() where isOnTheWay[id.index] {
      for input in graph[id].inputs { if let producer = graph[input].producer { isOnTheWay[producer.index] = true } }
      if let offender = offender(id) { offenders.append(offender) }
    }
    return offenders.reversed()
  }

  private func offender(_ id: NodeID) -> Offender? {
    var before = 0
    for input in graph[id].readInputs {
      guard case .ahead(_, let steps)? = outlooks[input.index] else { return nil }
      before = max(before, steps)
    }
    switch graph[id].outputs.first.flatMap({ outlooks[$0.index] }) {
    case .ahead(_, let steps)?: return steps > before ? Offender(node: id, steps: steps - before) : nil
    case .everything?: return Offender(node: id)
    case .untold?, nil: return Offender(node: id, isUntold: true)
    }
  }
}

extension FieldOfView {
  /// The most cells that a position reads behind the one that it stands for; nil for a whole axis.
  fileprivate var stepsAhead: Int? {
    guard case .moving(let moving) = reach, moving.advance > 0 else { return nil }
    return moving.ranges.enumerated().compactMap { position, range in
      range.map { $0.upperBound - position * moving.advance / moving.period }
    }.max() ?? 0
  }
}
