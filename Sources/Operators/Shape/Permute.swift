package import Graph
package import Tensors

/// The axes in another order: axis `i` of the output is axis `dims[i]` of the input.
///
/// `dims` names every axis once, from 0 at the batch, or from the end as negative numbers: `[0, 2, 3, 1]` makes N H W C
/// of N C H W. The elements are copied into the new order, where PyTorch returns a view. The gradient goes back in the
/// opposite order.
package struct Permute: RearrangingOperator {
  package var dims: [Int] = []

  package static let name = "permute"
  package static let summary = "the axes in another order"
  package static let primaryAttribute: String? = "dims"
  package static let attributes: [Attribute<Permute>] = [
    Attribute("dims", \.dims, required: true, .any, "for each axis of the output the input's axis")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations) else { return [.unknown] }
    guard let order = order(rank: shape.rank) else {
      violations.append(.notAPermutation(dims, of: shape))
      return [.unknown]
    }
    return [TensorType(Shape(order.map { shape[$0] }))]
  }

  package func arrangement(of sizes: [Int]) -> Arrangement {
    Arrangement(sizes: sizes, order: order(rank: sizes.count) ?? Array(sizes.indices))
  }

  /// The axes from 0 on; nil unless each is named once.
  package func order(rank: Int) -> [Int]? {
    let order = dims.compactMap { AxisIndex.resolve($0, rank: rank) }
    return dims.count == rank && Set(order).count == rank ? order : nil
  }
}

extension Violation {
  fileprivate static func notAPermutation(_ dims: [Int], of shape: Shape) -> Violation {
    Violation(
      .notAPermutation,
      "'dims' must name each of the \(shape.rank) axes of the input \(shape) once: it is"
        + " [\(dims.map(String.init).joined(separator: ", "))]",
      at: .attribute("dims"), remarks: [.init(.input(0), "produces \(shape)")])
  }
}
