package import Graph
package import Tensors

extension GlobalAvgPool: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: .whole, count: input.rank - 2)
  }
}

extension GlobalMaxPool: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: .whole, count: input.rank - 2)
  }
}

extension AdaptiveAvgPool: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .bins(from: input, to: output) }
}

extension AdaptiveMaxPool: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .bins(from: input, to: output) }
}

extension GroupNorm: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: .whole, count: input.rank - 2)
  }
}

extension InstanceNorm: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: trackRunningStats ? .shifted(by: 0) : .whole, count: input.rank - 2)
  }
}

extension LayerNorm: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { axes.reach(rank: input.rank) }
}

extension RMSNorm: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { axes.reach(rank: input.rank) }
}

extension Linear: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (2..<input.rank).map { $0 == input.rank - 1 ? .whole : .shifted(by: 0) }
  }
}

extension Softmax: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .along(dim, rank: input.rank) }
}

extension LogSoftmax: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { .along(dim, rank: input.rank) }
}

extension NormalizedAxes {
  /// The whole of the normalised axes, and the same position of the others.
  fileprivate func reach(rank: Int) -> [AxisReach?] {
    let last = axis.flatMap { AxisIndex.resolve($0, rank: rank) } ?? rank - 1
    let first = axis == nil ? rank - (declared?.written.count ?? 1) : last
    return (2..<rank).map { (first...last).contains($0) ? .whole : .shifted(by: 0) }
  }
}

extension Argmax: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    dim.map { .along($0, rank: input.rank) } ?? Array(repeating: .whole, count: input.rank - 2)
  }
}

extension Glu: SpatialOperator {
  /// The halves of a spatial axis lie apart, so what reads along it cannot be told.
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    let axis = AxisIndex.resolve(dim, rank: input.rank)
    return (2..<input.rank).map { $0 == axis ? nil : .shifted(by: 0) }
  }
}

extension AxisReduction {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    let axes = dim.map { $0.written.map { AxisIndex.resolve($0, rank: input.rank) } }
    return (2..<input.rank).map { axes?.contains($0) ?? true ? .whole : .shifted(by: 0) }
  }
}

extension Mean: SpatialOperator {}
extension Sum: SpatialOperator {}
extension Max: SpatialOperator {}
extension Min: SpatialOperator {}

extension [AxisReach?] {
  /// The windows of an adaptive pool.
  fileprivate static func bins(from input: Shape, to output: Shape) -> [AxisReach?] {
    (2..<input.rank).map { axis in
      if output[axis] == 1 { return .whole }
      if output[axis] == input[axis] { return .shifted(by: 0) }
      guard let from = input[axis].value, let to = output[axis].value else { return nil }
      return .bins(input: from, output: to)
    }
  }

  /// The whole of one axis, and the same position of the others.
  fileprivate static func along(_ axis: Int, rank: Int) -> [AxisReach?] {
    let axis = AxisIndex.resolve(axis, rank: rank)
    return (2..<rank).map { $0 == axis ? .whole : .shifted(by: 0) }
  }
}
