package import Graph
package import Tensors

/// Axes of size 1 repeated to other sizes: `[N, C, 1, 1]` becomes `[N, C, 7, 7]` for `sizes: [-1, -1, 7, 7]`.
///
/// `sizes` is the whole new shape; -1 keeps an axis, and more sizes than axes add axes in front. Only axes of size 1 are
/// repeated. The elements are copied, where PyTorch returns a view. The gradient of an element is the sum over its
/// copies.
package struct Expand: DifferentiableOperator {
  package var sizes: [Int] = []

  package static let name = "expand"
  package static let summary = "axes of size 1 repeated to other sizes"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "sizes"
  package static let attributes: [Attribute<Expand>] = [
    Attribute("sizes", \.sizes, required: true, rule, "the new shape with the batch; -1 keeps an axis")
  ]
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape, checkCopyRank(Shape(sizes), reporting: &violations) else { return [.unknown] }
    let added = sizes.count - shape.rank
    guard added >= 0, !sizes.prefix(added).contains(-1) else {
      violations.append(.expandedRank(sizes.count, shape))
      return [.unknown]
    }
    let dimensions = sizes.enumerated().map { axis, size -> Dimension in
      guard axis >= added else { return .known(size) }
      let old = shape[axis - added]
      if size == -1 || old == .known(size) || old.isUnknown { return size == -1 ? old : .known(size) }
      if old != 1 {
        violations.append(.expandedSize(size, shape, axis - added))
        return .unknown
      }
      return .known(size)
    }
    return [TensorType(Shape(dimensions))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (from, to) = (padded(site.inputs[0].sizes), site.outputs[0].sizes)
    let steps = zip(RowMajor.steps(from), RowMajor.steps(to))
    let axes = zip(zip(from, to), steps).map { sizes, steps in
      CopyAxis(size: sizes.1, source: sizes.0 == sizes.1 ? steps.0 : 0, destination: steps.1)
    }
    lowering.emitStridedCopy(name, path: site.path, from: site.inputs[0], to: site.outputs[0], axes)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], var gradient = site.inputGradients[0] else { return }
    gradient.sizes = padded(gradient.sizes)
    if gradient.sizes == upstream.sizes {
      lowering.emitCopy("expand gradient", path: site.forward.path, upstream, into: gradient)
    } else {
      lowering.emitSum("expand gradient", path: site.forward.path, upstream, times: nil, into: gradient)
    }
  }

  /// The input's sizes with those of the added axes.
  private func padded(_ input: [Int]) -> [Int] { Array(repeating: 1, count: sizes.count - input.count) + input }

  private static let rule = AttributeConstraint<[Int]>(
    "must be a list of sizes from 1 to \(SpatialSize.maximum), or -1"
  ) { $0.allSatisfy { $0 == -1 || (1...SpatialSize.maximum).contains($0) } }
}
