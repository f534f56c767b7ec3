package import Graph
import KernelInterface
package import Tensors

/// The index of the largest element along an axis, as `int64`: the class of `[N, classes]` with `dim: 1`.
///
/// Among equal elements it is the first; the first NaN wins. Without `dim` it is the index among all elements in
/// row-major order. The axis is removed, or stays with size 1 with `keepdim: true`. There is no gradient.
package struct Argmax: LowerableOperator {
  package var dim: Int?
  package var keepdim = false

  package static let name = "argmax"
  package static let summary = "the index of the largest element along an axis"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "dim"
  package static let attributes: [Attribute<Argmax>] = [
    Attribute("dim", \.dim, .any, "the axis; null is all elements in row-major order"),
    Attribute("keepdim", \.keepdim, .any, "whether the axis stays with size 1"),
  ]
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [TensorType(nil, .int64)] }
    guard let dim else {
      return [TensorType(Shape(Array(repeating: Dimension.known(1), count: keepdim ? shape.rank : 0)), .int64)]
    }
    guard let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations) else {
      return [TensorType(nil, .int64)]
    }
    if keepdim { shape[axis] = 1 } else { shape.dimensions.remove(at: axis) }
    return [TensorType(shape, .int64)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let sizes = site.inputs[0].sizes
    let axis = dim.flatMap { AxisIndex.resolve($0, rank: sizes.count) }
    let length = axis.map { sizes[$0] } ?? sizes.reduce(1, *)
    let inner = axis.map { sizes[($0 + 1)...].reduce(1, *) } ?? 1
    let kernel = lowering.kernels.reduction.argmax
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer],
        units: axis.map { sizes[..<$0].reduce(1, *) } ?? 1
      ) { run in
        kernel(
          ArgmaxArguments(input: run.floats(0), output: run.integers(1), length: length, inner: inner), run.units)
      })
  }
}
