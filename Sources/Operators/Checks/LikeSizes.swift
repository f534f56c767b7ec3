import Graph
import Tensors

extension Operator {
  /// The spatial sizes of a layer that `like` names; nil when they are not known. Reports another number of axes.
  func likeSizes(of other: TensorType, for input: Shape, reporting violations: inout [Violation]) -> [Dimension]? {
    guard let shape = other.shape else { return nil }
    guard shape.rank == input.rank else {
      violations.append(
        Violation(
          .unequalShapes,
          "the layer that 'like' names must have as many axes as the input: \(shape) has \(shape.rank), \(input) has"
            + " \(input.rank)",
          at: .attribute("like"),
          remarks: [.init(.input(1), "produces \(shape)"), .init(.input(0), "produces \(input)")]))
      return nil
    }
    return Array(shape.dimensions.dropFirst(2))
  }
}

extension AttributeConstraint<SpatialList<Int>?> {
  /// Sizes of spatial axes, where they are given.
  static var spatialSizes: Self {
    Self("must be sizes from 1 to \(SpatialSize.maximum)") {
      $0?.written.allSatisfy { (1...SpatialSize.maximum).contains($0) } ?? true
    }
  }
}
