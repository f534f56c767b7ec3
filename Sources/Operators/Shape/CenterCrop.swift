package import Graph
package import Tensors

/// The middle of the spatial axes, of the size that `size` says, or of that of the layer `like`.
///
/// Where an odd number of cells is cut off, the begin loses half a cell less or more, whichever is even:
/// `round((in - out) / 2)` with halves to even, as in torchvision. So of 5 cells the first 4 stay, and of 7 the last 4.
/// The input is at least as large along every axis; torchvision pads a smaller one with zeros. The gradient of cells
/// that are cut off is 0.
package struct CenterCrop: SlicingOperator, ShapeReadingOperator {
  package var size: SpatialList<Int>?
  package var like: LayerName?

  package static let name = "center_crop"
  package static let summary = "the middle of the spatial axes"
  package static let arity = 1...2
  package static let primaryAttribute: String? = "size"
  package static let attributes: [Attribute<CenterCrop>] = [
    Attribute("size", \.size, .spatialSizes, "the sizes of the spatial axes that stay"),
    Attribute("like", \.like, .any, "a layer whose spatial sizes stay, in place of 'size'"),
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat([inputs[0]], reporting: &violations)
    if (size == nil) == (inputs.count == 1) { violations.append(.sizeOrLike(hasSize: size != nil)) }
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    let input = shape
    let target = targetSizes(input, inputs.dropFirst().first, reporting: &violations)
    for axis in 2..<shape.rank {
      shape[axis] = target?[axis - 2] ?? .unknown
      let removed = input[axis] - shape[axis]
      violations.demand(.atLeast(removed, 0), .cropTooLarge, at: size == nil ? .layer : .attribute("size"))
      guard let count = removed.value, count < 0 else { continue }
      violations.append(
        .cropTooLarge(
          "the input must be at least as large as what stays of it: axis \(axis) of \(input) has \(input[axis]), not \(shape[axis])",
          at: size == nil ? .layer : .attribute("size"), input))
      shape[axis] = .unknown
    }
    return [TensorType(shape)]
  }

  package func parts(_ site: LoweringSite) -> [TensorPart] {
    let sizes = site.inputs[0].sizes
    var part = TensorPart(of: site.outputs[0].sizes)
    for axis in 2..<sizes.count { part.axes[axis].start = Self.start(sizes[axis] - part.axes[axis].count) }
    return [part]
  }

  /// How many of the cells that are cut off lie at the begin: half of them, half a cell rounded to even.
  static func start(_ removed: Int) -> Int { removed % 4 == 3 ? removed / 2 + 1 : removed / 2 }

  private func targetSizes(
    _ input: Shape, _ other: TensorType?, reporting violations: inout [Violation]
  ) -> [Dimension]? {
    if let other { return likeSizes(of: other, for: input, reporting: &violations) }
    guard let size else { return nil }
    guard let values = size.values(count: input.rank - 2) else {
      violations.append(.axisCount("size", size.written.count, for: input))
      return nil
    }
    return values.map { .known($0) }
  }
}
