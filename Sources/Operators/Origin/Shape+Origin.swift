package import Graph
package import Tensors

extension Flatten: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let shape = inputs[0]
    guard let start = AxisIndex.resolve(startDim, rank: shape.rank),
      let end = AxisIndex.resolve(endDim, rank: shape.rank), start <= end
    else { return nil }
    if axis < start { return .kept(AxisSource(axis: axis)) }
    if axis > start { return .kept(AxisSource(axis: axis + end - start)) }
    if start == end { return .kept(AxisSource(axis: axis)) }
    let formula = shape.dimensions[start...end].map(\.factor).joined(separator: "*")
    return .combined(formula: formula, (start...end).map { AxisSource(axis: $0) })
  }
}

extension Reshape: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    if shape[axis] != -1 { return .given("shape: \(self[\.shape])") }
    let others = shape.filter { $0 != -1 }
    let all = inputs[0].dimensions.map(\.factor).joined(separator: "*")
    let divisor = others.isEmpty ? "" : "/" + (others.count == 1 ? "\(others[0])" : "(\(Self.product(others)))")
    if axis == 0, let first = inputs[0].dimensions.first, outputs[0][0] == first { return .kept(AxisSource(axis: 0)) }
    return .combined(formula: all + divisor, inputs[0].dimensions.indices.map { AxisSource(axis: $0) })
  }

  private static func product(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "*") }
}

extension Permute: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    order(rank: inputs[0].rank).map { .kept(AxisSource(axis: $0[axis])) }
  }
}

extension Transpose: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    .kept(AxisSource(axis: order(rank: inputs[0].rank)[axis]))
  }
}

extension Squeeze: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    AxisIndex.resolve(dim, rank: inputs[0].rank).map { .kept(AxisSource(axis: axis < $0 ? axis : axis + 1)) }
  }
}

extension Unsqueeze: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard let new = AxisIndex.resolve(dim, rank: inputs[0].rank + 1) else { return nil }
    return axis == new ? .given("a new axis") : .kept(AxisSource(axis: axis < new ? axis : axis - 1))
  }
}

extension Expand: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let old = axis - (sizes.count - inputs[0].rank)
    guard old >= 0, inputs[0][old] == outputs[0][axis] else { return .given("sizes: \(self[\.sizes])") }
    return .kept(AxisSource(axis: old))
  }
}

extension Concat: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let sources = inputs.indices.map { AxisSource($0, axis: axis) }
    guard inputs.allSatisfy({ $0.rank > axis }) else { return nil }
    guard AxisIndex.resolve(self.axis, rank: inputs[0].rank) == axis else { return .shared(sources) }
    if inputs.count == 1 { return .kept(sources[0]) }
    return .combined(formula: inputs.map { $0[axis].factor }.joined(separator: " + "), sources)
  }
}

extension AxisOriginOperator {
  /// A list attribute as it is written.
  fileprivate subscript(_ list: KeyPath<Self, [Int]>) -> String {
    "[" + self[keyPath: list].map(String.init).joined(separator: ", ") + "]"
  }
}
