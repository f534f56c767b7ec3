package import Graph
package import Tensors

/// Joins the axes from `start_dim` to `end_dim` into one, in row-major order: `[N, C, H, W]` becomes `[N, C*H*W]`.
///
/// Nothing is computed: the output is the same memory. The order is that of N C H W, so weights of a following
/// `linear` trained on N H W C (Keras) are in another order. Negative axes count from the end.
package struct Flatten: ViewOperator {
  package var startDim = 1
  package var endDim = -1

  package static let name = "flatten"
  package static let summary = "joins axes into one"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "start_dim"
  package static let attributes: [Attribute<Flatten>] = [
    Attribute("start_dim", \.startDim, .any, "the first axis to join"),
    Attribute("end_dim", \.endDim, .any, "the last axis to join"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    guard let shape = inputs[0].shape else { return [TensorType(nil, inputs[0].dtype)] }
    let start = AxisIndex.resolve(startDim, attribute: "start_dim", in: shape, reporting: &violations)
    let end = AxisIndex.resolve(endDim, attribute: "end_dim", in: shape, reporting: &violations)
    guard let start, let end else { return [TensorType(nil, inputs[0].dtype)] }
    guard start <= end else {
      violations.append(
        Violation(
          .axesOutOfOrder,
          "'start_dim' must not lie behind 'end_dim': they are axis \(start) and axis \(end) of \(shape)",
          at: .attribute("start_dim"), remarks: [.init(.input(0), "produces \(shape)")]))
      return [TensorType(nil, inputs[0].dtype)]
    }
    let joined = shape.dimensions[start...end].reduce(1) { $0 * $1 }
    let dimensions = shape.dimensions[..<start] + [joined] + shape.dimensions[(end + 1)...]
    return [TensorType(Shape(Array(dimensions)), inputs[0].dtype)]
  }

  package func isView(in mode: ExecutionMode) -> Bool { true }
}
