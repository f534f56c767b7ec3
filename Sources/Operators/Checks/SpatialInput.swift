import Diagnostics
import Graph
import Tensors

extension Violation {
  /// An input that is not `[N, C]` with one to three spatial axes.
  static func notSpatial(_ shape: Shape, for name: String) -> Violation {
    Violation(
      .wrongRank,
      "an input of '\(name)' must have 3 to 5 axes, [N, C, L], [N, C, H, W] or [N, C, D, H, W]: \(shape) has"
        + " \(shape.rank)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }

  /// An input that is not `[N, C]` with up to three spatial axes.
  static func notChannels(_ shape: Shape, for name: String) -> Violation {
    Violation(
      .wrongRank,
      "an input of '\(name)' must have 2 to 5 axes, [N, C] and then spatial ones: \(shape) has \(shape.rank)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }

  /// A list with another number of values than the input has spatial axes.
  static func axisCount(_ attribute: String, _ count: Int, for shape: Shape) -> Violation {
    Violation(
      .axisCount,
      "'\(attribute)' must have one value for each spatial axis: it has \(count), the input \(shape) has"
        + " \(shape.rank - 2)",
      at: .attribute(attribute), label: "\(count) values", remarks: [.init(.input(0), "produces \(shape)")])
  }
}
