package import Graph
package import Tensors

/// The input without cells around the spatial axes, the opposite of `pad`.
///
/// `cropping` is one number for both ends of every axis, or a list in axis order with a number or a pair `[begin, end]`
/// for each. At least one cell of every axis stays. The gradient of cells that are cut off is 0.
package struct Crop: SlicingOperator {
  package var cropping = Borders(0)

  package static let name = "crop"
  package static let summary = "removes cells around the spatial axes"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "cropping"
  package static let attributes: [Attribute<Crop>] = [
    Attribute("cropping", \.cropping, required: true, .noneNegative, "the cells to remove at both ends of each axis")
  ]

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    let input = shape
    guard let pairs = cropping.pairs.values(count: input.rank - 2) else {
      violations.append(.axisCount("cropping", cropping.pairs.written.count, for: input))
      for axis in 2..<shape.rank { shape[axis] = .unknown }
      return [TensorType(shape)]
    }
    for (axis, pair) in pairs.enumerated() {
      shape[axis + 2] = input[axis + 2] - (pair.begin + pair.end)
      violations.demand(.atLeast(shape[axis + 2], 1), .cropTooLarge, at: .attribute("cropping"))
      guard let size = shape[axis + 2].value, size < 1 else { continue }
      violations.append(
        .cropTooLarge(
          "'cropping' must leave at least 1 cell: axis \(axis + 2) of \(input) loses \(pair.begin + pair.end)",
          at: .attribute("cropping"), input))
      shape[axis + 2] = .unknown
    }
    return [TensorType(shape)]
  }

  package func parts(_ site: LoweringSite) -> [TensorPart] {
    var part = TensorPart(of: site.outputs[0].sizes)
    for (axis, pair) in (cropping.pairs.values(count: part.axes.count - 2) ?? []).enumerated() {
      part.axes[axis + 2].start = pair.begin
    }
    return [part]
  }
}
