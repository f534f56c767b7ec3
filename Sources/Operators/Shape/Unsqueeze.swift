package import Graph
package import Tensors

/// The input with a new axis of size 1 before axis `dim`: `[N, L]` becomes `[N, 1, L]` for `dim: 1`.
///
/// `dim` counts from 0 at the batch, and -1 puts the axis behind the last one. Nothing is computed: the output is the
/// same memory.
package struct Unsqueeze: ViewOperator {
  package var dim = 0

  package static let name = "unsqueeze"
  package static let summary = "adds an axis of size 1"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "dim"
  package static let attributes: [Attribute<Unsqueeze>] = [
    Attribute("dim", \.dim, required: true, .any, "the place of the new axis among the output's")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    let dtype = inputs[0].dtype
    guard var shape = inputs[0].shape else { return [TensorType(nil, dtype)] }
    guard let axis = AxisIndex.resolve(dim, rank: shape.rank + 1) else {
      violations.append(.noPlace(dim, in: shape))
      return [TensorType(nil, dtype)]
    }
    shape.dimensions.insert(1, at: axis)
    return [TensorType(shape, dtype)]
  }

  package func isView(in mode: ExecutionMode) -> Bool { true }
}

extension Violation {
  fileprivate static func noPlace(_ dim: Int, in shape: Shape) -> Violation {
    Violation(
      .noSuchAxis,
      "'dim' must be a place among the axes of the output: for \(shape) they are -\(shape.rank + 1) to \(shape.rank),"
        + " not \(dim)",
      at: .attribute("dim"), label: "no axis \(dim)", remarks: [.init(.input(0), "produces \(shape)")])
  }
}
