package import Graph
package import Tensors

extension Split: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput output: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard AxisIndex.resolve(dim, rank: inputs[0].rank) == axis else { return nil }
    switch sizes {
    case .sections(let sections):
      return .given("section \(output) of [\(sections.map(String.init).joined(separator: ", "))]")
    case .each(let size):
      guard outputs[output][axis] != .known(size) else { return .given("split_size_or_sections: \(size)") }
      return .computed(formula: "\(inputs[0][axis].factor) - \(size)*\(output)", AxisSource(axis: axis))
    }
  }
}

extension Chunk: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput output: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard AxisIndex.resolve(dim, rank: inputs[0].rank) == axis else { return nil }
    let size = inputs[0][axis].factor
    let part = "((\(size) + \(chunks) - 1)//\(chunks))"
    let formula =
      output < chunks - 1 ? part : outputs[0][axis] == outputs[output][axis] ? part : "\(size) - \(part)*\(chunks - 1)"
    return .computed(formula: formula, AxisSource(axis: axis))
  }
}

extension Slice: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard AxisIndex.resolve(dim, rank: inputs[0].rank) == axis else { return nil }
    let size = inputs[0][axis].factor
    let last = end.map { $0 < 0 ? "\(size) - \(-$0)" : "\($0)" } ?? size
    let first = start < 0 ? " - (\(size) - \(-start))" : start == 0 ? "" : " - \(start)"
    if first.isEmpty, step == 1, end == nil { return .kept(AxisSource(axis: axis)) }
    return .computed(
      formula: step == 1 ? last + first : "(\(last)\(first) + \(step) - 1)//\(step)", AxisSource(axis: axis))
  }
}

extension Crop: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis >= 2, let pairs = cropping.pairs.values(count: inputs[0].rank - 2) else { return nil }
    return pairs[axis - 2].origin(of: inputs[0][axis], axis: axis, sign: "-")
  }
}

extension Pad: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis >= 2, let pairs = padding.pairs.values(count: inputs[0].rank - 2) else { return nil }
    return pairs[axis - 2].origin(of: inputs[0][axis], axis: axis, sign: "+")
  }
}

extension Borders.Pair {
  /// A size with cells added or removed at both ends.
  fileprivate func origin(of size: Dimension, axis: Int, sign: String) -> AxisOrigin {
    if begin == 0, end == 0 { return .kept(AxisSource(axis: axis)) }
    let cells = begin == end ? "\(sign) 2*\(begin)" : "\(sign) \(begin) \(sign) \(end)"
    return .computed(formula: "\(size.factor) \(cells)", AxisSource(axis: axis))
  }
}

extension CenterCrop: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis >= 2 else { return nil }
    guard let size = size?.values(count: inputs[0].rank - 2) else { return .kept(AxisSource(1, axis: axis)) }
    return .given("size: \(size[axis - 2])")
  }
}
