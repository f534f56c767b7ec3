package import Graph
package import Tensors

/// A range of one axis: the indices from `start` up to but without `end`, every `step`-th of them.
///
/// `dim` counts from 0 at the batch, or from the end as a negative number; so do `start` and `end`, where -1 is the last
/// index. Without `end` the range goes to the end of the axis. Both must lie within the axis, and at least one index in
/// between: PyTorch cuts a range that is too long short, silently. The gradient of elements outside of the range is 0.
package struct Slice: SlicingOperator {
  package var dim = 0
  package var start = 0
  package var end: Int?
  package var step = 1

  package static let name = "slice"
  package static let summary = "a range of one axis"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Slice>] = [
    Attribute("dim", \.dim, required: true, .any, "the axis to take a range of"),
    Attribute("start", \.start, .index, "the first index"),
    Attribute("end", \.end, .optionalIndex, "the index behind the last one"),
    Attribute("step", \.step, .channels, "the distance between indices"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations),
      let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations)
    else { return [.unknown] }
    let size = shape[axis]
    if let known = size.value {
      let (first, last) = bounds(in: known)
      if let attribute = first < 0 || first > known ? "start" : last < 0 || last > known ? "end" : nil {
        violations.append(.sliceRange(attribute, attribute == "start" ? start : end ?? 0, shape, axis))
        return [shape.replacing(axis, with: .unknown)]
      }
    }
    let first = start < 0 ? size + start : .known(start)
    let last = end.map { $0 < 0 ? size + $0 : .known($0) } ?? size
    let count = (last - first).ceilDivided(by: step)
    for (bound, attribute) in [(first, "start"), (last, "end")] {
      for room in [bound, size - bound] { violations.demand(.atLeast(room, 0), .sliceRange, at: .attribute(attribute)) }
    }
    violations.demand(.atLeast(count, 1), .sliceRange, at: .attribute("end"))
    if let known = count.value, known < 1 {
      violations.append(.emptySlice(shape, axis, first, last))
      return [shape.replacing(axis, with: .unknown)]
    }
    shape[axis] = count
    return [TensorType(shape)]
  }

  package func parts(_ site: LoweringSite) -> [TensorPart] {
    var part = TensorPart(of: site.outputs[0].sizes)
    let sizes = site.inputs[0].sizes
    if let axis = AxisIndex.resolve(dim, rank: sizes.count) {
      part.axes[axis].start = bounds(in: sizes[axis]).first
      part.axes[axis].step = step
    }
    return [part]
  }

  /// The first index, and the one behind the last, from 0 on.
  func bounds(in size: Int) -> (first: Int, last: Int) {
    (start < 0 ? start + size : start, end.map { $0 < 0 ? $0 + size : $0 } ?? size)
  }
}

extension AttributeConstraint<Int> {
  fileprivate static var index: Self {
    Self("must be from -\(SpatialSize.maximum) to \(SpatialSize.maximum)") { abs($0) <= SpatialSize.maximum }
  }
}

extension AttributeConstraint<Int?> {
  fileprivate static var optionalIndex: Self {
    Self("must be from -\(SpatialSize.maximum) to \(SpatialSize.maximum)") { abs($0 ?? 0) <= SpatialSize.maximum }
  }
}
