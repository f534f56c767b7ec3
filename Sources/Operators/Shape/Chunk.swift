package import Graph
package import Tensors

/// The input cut into a number of equal parts along one axis, each of which is an output.
///
/// Every part has `ceil(size / chunks)` elements of the axis, the last one perhaps fewer. `name.0`, `name.1` and so on
/// are the parts. `dim` is 0 unless written, the batch, as in PyTorch; for the channels write `dim: 1`. PyTorch makes
/// fewer parts than asked for when the axis runs out (5 in 4 parts: 2, 2, 1), which is an error here. The gradient by
/// the input is that of the parts side by side, and 0 for a part that nothing reads.
package struct Chunk: SlicingOperator {
  package var chunks = 1
  package var dim = 0

  package static let name = "chunk"
  package static let summary = "cuts the input into equal parts along an axis"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Chunk>] = [
    Attribute("chunks", \.chunks, required: true, .chunks, "the number of parts"),
    Attribute("dim", \.dim, .any, "the axis to cut"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    let unknown = Array(repeating: TensorType.unknown, count: chunks)
    guard let shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations),
      let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations)
    else { return unknown }
    let part = shape[axis].ceilDivided(by: chunks)
    let last = shape[axis] - part * (chunks - 1)
    violations.demand(.atLeast(last, 1), .splitSizes, at: .attribute("chunks"))
    if let size = last.value, size < 1 {
      violations.append(.tooFewForChunks(chunks, shape, axis))
      return unknown
    }
    return Array(repeating: shape.replacing(axis, with: part), count: chunks - 1)
      + [shape.replacing(axis, with: last)]
  }

  package func parts(_ site: LoweringSite) -> [TensorPart] { site.parts(along: dim) }
}

extension AttributeConstraint<Int> {
  fileprivate static var chunks: Self {
    Self("must be from 1 to \(SplitSizes.limit)") { (1...SplitSizes.limit).contains($0) }
  }
}
