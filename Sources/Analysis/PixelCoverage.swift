package import Graph
import Operators
import Tensors

/// How often the positions of the inputs are read along one spatial axis: in how many ways each reaches the outputs.
///
/// The count is that of the network cut down to this axis: channels and the other axes aside, and whatever the weights.
/// Where branches do not meet, the count of a pixel is the product of those along its axes.
package struct PixelCoverage: Sendable {
  private enum Reads {
    case none
    case counts([Int])
    case unknown
  }

  /// What counts as read.
  package enum Rule: Sendable {
    /// What is read.
    case exact
    /// Also what a layer leaves out by its own rule: the rest of a rounded window, strides wider than the window, crops.
    case excusingLayers
  }

  /// For each input of the graph the count of every position, at most `Int.max`; nil when sizes or reaches are not
  /// known, or when counting would take long.
  package private(set) var counts: [[Int]?] = []

  private let graph: Graph
  private let axis: Int
  private let rule: Rule
  private var reads: [Reads]
  private var work = 0
  /// Additions beyond which nothing is counted.
  private static let workLimit = 1 << 22

  package init(_ graph: Graph, axis: Int, rule: Rule = .exact) {
    self.graph = graph
    self.axis = axis
    self.rule = rule
    reads = Array(repeating: .none, count: graph.values.count)
    for port in graph.outputs {
      add(size(of: port.value).map { .counts(Array(repeating: 1, count: $0)) } ?? .unknown, to: port.value)
    }
    for node in graph.nodes.reversed() {
      for output in node.outputs {
        let outputReads = reads[output.index]
        reads[output.index] = .none
        if case .none = outputReads { continue }
        for input in node.readInputs { add(read(input, by: node, for: output, outputReads), to: input) }
      }
    }
    counts = graph.inputs.map { port in
      switch reads[port.value.index] {
      case .none: size(of: port.value).map { Array(repeating: 0, count: $0) }
      case .counts(let counts): counts
      case .unknown: nil
      }
    }
  }

  /// The size of a value along the axis, 1 when it has no spatial axes.
  private func size(of value: ValueID) -> Int? {
    guard let shape = graph[value].type.shape else { return nil }
    let size = shape.rank <= 2 ? 1 : axis + 2 < shape.rank ? shape[axis + 2].value : nil
    return size.flatMap { $0 <= Self.workLimit ? $0 : nil }
  }

  private mutating func add(_ more: Reads, to value: ValueID) {
    switch (reads[value.index], more) {
    case (_, .none), (.unknown, _): break
    case (.none, _), (_, .unknown): reads[value.index] = more
    case (.counts(var counts), .counts(let added)):
      reads[value.index] = .none
      for index in counts.indices { counts[index] = Self.sum(counts[index], added[index]) }
      work += counts.count
      reads[value.index] = .counts(counts)
    }
  }

  /// How often each position of an input is read for the reads of an output.
  private mutating func read(_ input: ValueID, by node: Node, for output: ValueID, _ outputReads: Reads) -> Reads {
    guard case .counts(let counts) = outputReads, let size = size(of: input), work <= Self.workLimit,
      let from = graph[input].type.shape, let to = graph[output].type.shape
    else { return .unknown }
    guard from.rank > 2, to.rank > 2 else { return .counts(whole(counts, size)) }
    guard from.rank == to.rank, let reach = ReceptiveField.reach(of: node.operation, from: from, to: to)[axis] else {
      return .unknown
    }
    guard case .moving(let moving) = reach else { return .counts(whole(counts, size)) }
    if let border = node.operation as? any BorderFillingOperator, border.borderFilling != .constant { return .unknown }
    if reach == .shifted(by: 0), counts.count == size { return .counts(counts) }
    guard var result = gather(counts, by: moving, size) else { return .unknown }
    if rule == .excusingLayers { excuse(node, from, counts.count, in: &result) }
    return .counts(result)
  }

  private func whole(_ counts: [Int], _ size: Int) -> [Int] {
    Array(repeating: counts.reduce(0, Self.sum), count: size)
  }

  private mutating func gather(_ counts: [Int], by moving: MovingRange, _ size: Int) -> [Int]? {
    var result = Array(repeating: 0, count: size)
    for (position, count) in counts.enumerated() where count > 0 {
      guard let range = moving.ranges[position % moving.period] else { continue }
      let begin = range.lowerBound + position / moving.period * moving.advance
      let end = range.upperBound + position / moving.period * moving.advance
      let first = begin >= 0 ? begin : begin + (-begin + moving.step - 1) / moving.step * moving.step
      for cell in stride(from: first, through: min(end, size - 1), by: moving.step) {
        result[cell] = Self.sum(result[cell], count)
      }
      work += 1 + max(0, min(end, size - 1) - first) / moving.step
      guard work <= Self.workLimit else { return nil }
    }
    return result
  }

  /// Counts as read what a layer says that it leaves out.
  private func excuse(_ node: Node, _ from: Shape, _ positions: Int, in counts: inout [Int]) {
    var first = counts.count
    if node.operation is any SlicingOperator {
      first = 0
    } else if let windowed = node.operation as? any WindowedOperator {
      let window = windowed.windows(for: TensorType(from))[axis]
      let extent = window.dilation * (window.kernelSize - 1) + 1
      first = window.stride > extent ? 0 : max(0, (positions - 1) * window.stride - window.padBegin + extent)
    }
    for cell in counts.indices.dropFirst(first) { counts[cell] = max(counts[cell], 1) }
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
