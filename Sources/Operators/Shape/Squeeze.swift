package import Graph
package import Tensors

/// The input without an axis of size 1: `[N, C, 1, W]` becomes `[N, C, W]` for `dim: 2`.
///
/// `dim` counts from 0 at the batch, or from the end as a negative number. Nothing is computed: the output is the same
/// memory. An axis of another size is an error, where PyTorch keeps it silently; PyTorch's call without `dim`, which
/// removes every axis that happens to have size 1, has no counterpart, since a batch of one would change the network.
package struct Squeeze: ViewOperator {
  package var dim = 0

  package static let name = "squeeze"
  package static let summary = "removes an axis of size 1"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "dim"
  package static let attributes: [Attribute<Squeeze>] = [
    Attribute("dim", \.dim, required: true, .any, "the axis to remove")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    let dtype = inputs[0].dtype
    guard var shape = inputs[0].shape,
      let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations)
    else { return [TensorType(nil, dtype)] }
    if shape[axis] != 1, !shape[axis].isUnknown { violations.append(.squeezedSize(shape, axis: axis)) }
    shape.dimensions.remove(at: axis)
    return [TensorType(shape, dtype)]
  }

  package func isView(in mode: ExecutionMode) -> Bool { true }
}

extension Violation {
  fileprivate static func squeezedSize(_ shape: Shape, axis: Int) -> Violation {
    Violation(
      .squeezedSize, "an axis that is removed must have size 1: axis \(axis) of \(shape) has \(shape[axis])",
      at: .attribute("dim"), remarks: [.init(.input(0), "produces \(shape)")])
  }
}
