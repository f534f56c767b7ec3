package import Graph
package import Tensors

/// Two axes in each other's place, `dim0` and `dim1`, which count from 0 at the batch, or from the end as negative
/// numbers.
///
/// `{dim0: 1, dim1: 2}` makes `[N, L, C]` of `[N, C, L]`. The elements are copied into the new order, where PyTorch
/// returns a view. The gradient is transposed back.
package struct Transpose: RearrangingOperator {
  package var dim0 = 0
  package var dim1 = 0

  package static let name = "transpose"
  package static let summary = "two axes in each other's place"
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Transpose>] = [
    Attribute("dim0", \.dim0, required: true, .any, "one of the two axes"),
    Attribute("dim1", \.dim1, required: true, .any, "the other one"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape, checkCopyRank(shape, reporting: &violations) else { return [.unknown] }
    let first = AxisIndex.resolve(dim0, attribute: "dim0", in: shape, reporting: &violations)
    let second = AxisIndex.resolve(dim1, attribute: "dim1", in: shape, reporting: &violations)
    guard let first, let second else { return [.unknown] }
    shape.dimensions.swapAt(first, second)
    return [TensorType(shape)]
  }

  package func arrangement(of sizes: [Int]) -> Arrangement {
    Arrangement(sizes: sizes, order: order(rank: sizes.count))
  }

  /// For each axis of the output the input's axis.
  func order(rank: Int) -> [Int] {
    var order = Array(0..<rank)
    if let first = AxisIndex.resolve(dim0, rank: rank), let second = AxisIndex.resolve(dim1, rank: rank) {
      order.swapAt(first, second)
    }
    return order
  }
}
