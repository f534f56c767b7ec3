package import Graph
import Tensors

/// What each value sees of the network's inputs along each spatial axis, exact through strides and branches.
///
/// Sizes are those of the layers alone and may exceed the input, as is usual. A value without spatial axes, such as
/// what follows `flatten`, sees the whole input.
package struct ReceptiveField: Sendable {
  private enum Vision: Sendable {
    /// One field for each spatial axis.
    case fields([FieldOfView])
    case everything
    case unknown
  }

  private var visions: [Vision]
  /// The spatial sizes of the inputs, where they agree and are numbers.
  private let inputSizes: [Int?]

  package init(_ graph: Graph) {
    let shapes = graph.inputs.map { graph[$0.value].type.shape }
    let rank = shapes.first.flatMap { $0?.rank } ?? 0
    visions = Array(repeating: .unknown, count: graph.values.count)
    inputSizes = (2..<max(2, rank)).map { axis in
      let sizes = Set(shapes.map { $0.flatMap { axis < $0.rank ? $0[axis].value : nil } })
      return sizes.count == 1 ? sizes.first ?? nil : nil
    }
    guard rank > 2, shapes.allSatisfy({ $0?.rank == rank }) else { return }
    for port in graph.inputs {
      visions[port.value.index] = .fields((0..<rank - 2).map(FieldOfView.identity(axis:)))
    }
    for node in graph.nodes {
      for output in node.outputs { visions[output.index] = vision(of: output, from: node, in: graph) }
    }
  }

  /// The size of a value's receptive field along each spatial axis of the input; nil when it is not known.
  package subscript(_ value: ValueID) -> [Int]? { axes(of: value)?.map(\.size) }

  /// A value's receptive field along each spatial axis of the input; nil when it is not known.
  package func axes(of value: ValueID) -> [AxisField]? {
    var axes = inputSizes.map { $0.map(AxisField.init(whole:)) }
    switch visions[value.index] {
    case .unknown: return nil
    case .everything: break
    case .fields(let fields):
      for field in fields {
        if case .moving(let moving) = field.sight { axes[field.axis] = AxisField(moving) }
      }
    }
    let known = axes.compactMap { $0 }
    return known.count == axes.count ? known : nil
  }

  private func vision(of output: ValueID, from node: Node, in graph: Graph) -> Vision {
    guard let shape = graph[output].type.shape else { return .unknown }
    var merged: [FieldOfView]?
    for input in node.readInputs {
      switch visions[input.index] {
      case .unknown: return .unknown
      case .everything: return .everything
      case .fields(let fields):
        guard shape.rank > 2 else { return .everything }
        guard let inputShape = graph[input].type.shape, inputShape.rank == shape.rank,
          let read = Self.read(fields, by: Self.reach(of: node.operation, from: inputShape, to: shape))
        else { return .unknown }
        guard let earlier = merged else {
          merged = read
          continue
        }
        let unions = zip(earlier, read).compactMap { $0.union($1) }
        guard unions.count == read.count else { return .unknown }
        merged = unions
      }
    }
    return merged.map { .fields($0) } ?? .unknown
  }

  private static func read(_ fields: [FieldOfView], by reaches: [AxisReach?]) -> [FieldOfView]? {
    guard fields.count == reaches.count else { return nil }
    let read = zip(fields, reaches).compactMap { field, reach in reach.flatMap { field.read(by: $0) } }
    return read.count == fields.count ? read : nil
  }

  /// How an operator's output reads one of its inputs: equal spatial sizes mean position by position, and the one position
  /// of an axis of size 1 is read by all.
  static func reach(of operation: any Operator, from input: Shape, to output: Shape) -> [AxisReach?] {
    if let spatial = operation as? any SpatialOperator { return spatial.reach(from: input, to: output) }
    if let windowed = operation as? any WindowedOperator {
      return windowed.windows(for: TensorType(input)).map { .window($0) }
    }
    return (2..<input.rank).map { axis in
      if input[axis] == output[axis] { return input[axis].isUnknown ? nil : .shifted(by: 0) }
      return input[axis] == 1 ? .moving(MovingRange(advance: 0, ranges: [0...0])) : nil
    }
  }
}
