package import Graph
package import Tensors

/// The input cut into parts along one axis, each of which is an output.
///
/// `split_size_or_sections` is the size of every part but perhaps a smaller last one, or a list with the size of each,
/// which together make the whole axis. `name.0`, `name.1` and so on are the parts: `from: halves.1` reads the second.
/// `dim` is 0 unless written, the batch, as in PyTorch; for the channels write `dim: 1`. The gradient by the input is
/// that of the parts side by side, and 0 for a part that nothing reads.
package struct Split: SlicingOperator {
  package var sizes = SplitSizes.each(1)
  package var dim = 0

  package static let name = "split"
  package static let summary = "cuts the input into parts along an axis"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Split>] = [
    Attribute(
      "split_size_or_sections", \.sizes, required: true, .sizes, "the size of each part, or a list of all their sizes"),
    Attribute("dim", \.dim, .any, "the axis to cut"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations),
      let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations)
    else { return [.unknown] }
    switch sizes {
    case .sections(let sections):
      let sum = sections.reduce(0, +)
      violations.demand(.equal(shape[axis], .known(sum)), .splitSizes, at: .attribute("split_size_or_sections"))
      if let size = shape[axis].value, size != sum { violations.append(.sectionSum(sections, shape, axis)) }
      return sections.map { shape.replacing(axis, with: .known($0)) }
    case .each(let part):
      guard let size = shape[axis].value, size > 0 else {
        if !shape[axis].isUnknown { violations.append(.symbolicSplit(shape, axis)) }
        return [.unknown]
      }
      let count = (size - 1) / part + 1
      guard count <= SplitSizes.limit else {
        violations.append(.tooManyParts(count, shape, axis))
        return [.unknown]
      }
      return (0..<count).map { shape.replacing(axis, with: .known(min(part, size - $0 * part))) }
    }
  }

  package func parts(_ site: LoweringSite) -> [TensorPart] { site.parts(along: dim) }
}

/// The sizes of parts: one for all, or one for each.
package enum SplitSizes: Hashable, Sendable {
  case each(Int)
  case sections([Int])

  /// The most parts that one layer has.
  static let limit = 4096

  /// Every size that is written.
  var written: [Int] {
    switch self {
    case .each(let size): [size]
    case .sections(let sizes): sizes
    }
  }
}

extension SplitSizes: AttributeConvertible {
  package static var kind: AttributeKind { .either([.int(minimum: 1), .list(.int(minimum: 1))]) }

  package init(_ value: AttributeValue) throws(AttributeProblem) {
    if case .list = value.content { self = .sections(try [Int](value)) } else { self = .each(try Int(value)) }
  }

  package var literal: AttributeLiteral {
    switch self {
    case .each(let size): .int(size)
    case .sections(let sizes): sizes.literal
    }
  }
}

extension AttributeConstraint<SplitSizes> {
  fileprivate static var sizes: Self {
    Self("must be a size, or a list of sizes, from 1 to \(SpatialSize.maximum)") { sizes in
      (1...SplitSizes.limit).contains(sizes.written.count)
        && sizes.written.allSatisfy { (1...SpatialSize.maximum).contains($0) }
    }
  }
}

extension Shape {
  /// The type of a tensor with another size along one axis.
  func replacing(_ axis: Int, with size: Dimension) -> TensorType {
    var shape = self
    shape[axis] = size
    return TensorType(shape)
  }
}

extension LoweringSite {
  /// The parts that the outputs are when they lie one behind the other along an axis of the input.
  func parts(along dim: Int) -> [TensorPart] {
    guard let axis = AxisIndex.resolve(dim, rank: inputs[0].sizes.count) else { return [] }
    var start = 0
    return outputs.map { output in
      var part = TensorPart(of: output.sizes)
      part.axes[axis].start = start
      start += output.sizes[axis]
      return part
    }
  }
}
