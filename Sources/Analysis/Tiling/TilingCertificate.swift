package import Graph
import Operators
import Tensors

/// Whether a network can be run in overlapping tiles of its input, axis by axis, and how.
///
/// The network computes the same on a tile as on the whole where no cut is near. A tile begins at a multiple of the step
/// and is shorter than the whole by a multiple of it: then strides meet the same cells, and a tile at a border of the
/// input has the padding of the whole there. Only inference is meant: batch norm with running statistics.
package struct TilingCertificate: Sendable {
  /// One spatial axis of the inputs.
  package struct Axis: Sendable {
    /// Its letter: `L`, `D`, `H` or `W`.
    package var letter: String
    /// The size that the certificate is for.
    package var size: Int
    package var verdict: Verdict
  }

  package enum Verdict: Sendable {
    case tileable(TileRule)
    case forbidden(TilingObstacle)
  }

  package private(set) var axes: [Axis] = []
  /// The names of the outputs, which the rules' outputs follow.
  package let outputs: [String]

  /// Examines a network of known sizes; without spatial axes nothing is said.
  package init(_ graph: Graph) {
    outputs = graph.outputs.map(\.name)
    guard let shape = graph.inputs.first.flatMap({ graph[$0.value].type.shape }), let sizes = shape.sizes,
      (3...5).contains(shape.rank)
    else { return }
    let rank = shape.rank - 2
    axes = (0..<rank).map { axis in
      Axis(
        letter: AxisName(axis, of: rank).letter, size: sizes[axis + 2],
        verdict: Self.verdict(graph, Array(sizes.dropFirst(2)), axis: axis))
    }
  }

  /// The first axis that cannot be cut, with the reason.
  package var obstacle: (letter: String, obstacle: TilingObstacle)? {
    for axis in axes { if case .forbidden(let obstacle) = axis.verdict { return (axis.letter, obstacle) } }
    return nil
  }

  private static func verdict(_ graph: Graph, _ sizes: [Int], axis: Int) -> Verdict {
    let walk = TilingWalk(graph, axis: axis)
    if let obstacle = walk.obstacle(in: graph) { return .forbidden(obstacle) }
    guard let step = walk.step else {
      let last = graph.outputs.first.flatMap { graph[$0.value].producer }
      return .forbidden(TilingObstacle(node: last, reason: .tooManyPhases))
    }
    var longer = sizes.map { Dimension.known($0) }
    longer[axis] = longer[axis] + step
    switch graph.resized(toSpatial: longer) {
    case .refused(let node, _): return .forbidden(TilingObstacle(node: node, reason: .fixedSize))
    case .types(let types):
      let grown = TilingWalk(graph, axis: axis, growth: .init(types: types, step: step))
      if let obstacle = grown.obstacle(in: graph) { return .forbidden(obstacle) }
      return .tileable(TileRule(graph, grown, sizes: sizes, axis: axis, step: step))
    }
  }
}

extension TilingWalk {
  /// The earliest layer that blocks an output.
  fileprivate func obstacle(in graph: Graph) -> TilingObstacle? {
    graph.outputs.compactMap { port -> TilingObstacle? in
      if case .blocked(let obstacle)? = paths[port.value.index] { obstacle } else { nil }
    }.min { ($0.node?.index ?? -1) < ($1.node?.index ?? -1) }
  }
}
