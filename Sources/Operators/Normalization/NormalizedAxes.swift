import Diagnostics
import Graph
import KernelInterface
import Tensors

/// The axes over which `layer_norm` and `rms_norm` normalise each position: the last ones, or one by its number.
struct NormalizedAxes {
  /// The sizes that the file states; nil for the last axis alone.
  var declared: SpatialList<Int>?
  /// One axis in place of the last ones.
  var axis: Int?
  /// The operator's name, for messages.
  var name: String

  /// The axes, or nil when the input has no such ones; reports that, and sizes that are not the stated ones.
  func resolve(in shape: Shape, hasParameters: Bool, reporting violations: inout [Violation]) -> Range<Int>? {
    guard let axes = axes(in: shape, reporting: &violations) else { return nil }
    let found = Array(shape.dimensions[axes])
    if let sizes = declared?.written, sizes.count != found.count || !zip(sizes, found).allSatisfy(Self.agree) {
      violations.append(mismatch(sizes, found, in: shape))
    } else if let sizes = declared?.written, !hasParameters {
      for (size, found) in zip(sizes, found) {
        violations.demand(.equal(found, .known(size)), .channelMismatch, at: .attribute("normalized_shape"))
      }
    } else if hasParameters, found.contains(where: { if case .symbolic = $0 { true } else { false } }) {
      violations.append(.symbolicChannels(shape, for: name))
    }
    return axes
  }

  /// The sizes of the parameters; nil while one is not known.
  func sizes(in shape: Shape?) -> [Int]? {
    var ignored: [Violation] = []
    guard let shape, let axes = axes(in: shape, reporting: &ignored) else { return declared?.written }
    let sizes = shape.dimensions[axes].compactMap(\.value)
    return sizes.count == axes.count ? sizes : declared?.written
  }

  /// How the elements of a tensor lie in rows.
  func layout(of sizes: [Int]) -> RowLayout {
    let count = declared?.written.count ?? 1
    let last = axis.flatMap { AxisIndex.resolve($0, rank: sizes.count) } ?? sizes.count - 1
    let first = axis == nil ? sizes.count - count : last
    return RowLayout(
      rows: sizes[..<first].reduce(1, *), channels: sizes[first...last].reduce(1, *),
      columns: sizes[(last + 1)...].reduce(1, *))
  }

  private func axes(in shape: Shape, reporting violations: inout [Violation]) -> Range<Int>? {
    if let axis {
      return AxisIndex.resolve(axis, attribute: "axis", in: shape, reporting: &violations).map { $0..<$0 + 1 }
    }
    let sizes = declared?.written
    let count = sizes?.count ?? 1
    guard count <= shape.rank else {
      violations.append(
        sizes.map { mismatch($0, shape.dimensions, in: shape) } ?? .wrongRank(shape, expected: ["N", "features"]))
      return nil
    }
    return shape.rank - count..<shape.rank
  }

  private static func agree(_ size: Int, _ found: Dimension) -> Bool { found.value.map { $0 == size } ?? true }

  private func mismatch(_ sizes: [Int], _ found: [Dimension], in shape: Shape) -> Violation {
    let known = found.compactMap(\.value)
    let isRepairable = known.count == found.count && known.count == max(sizes.count, 1)
    let value = AttributeLiteral.list(known.map { .int($0) })
    let areChannels = shape.rank > 2 && sizes.count == 1 && shape[1].value == sizes[0]
    return Violation(
      .channelMismatch,
      "'normalized_shape' must be the sizes that are normalised: \(Shape(sizes)) is declared, the input has"
        + " \(Shape(found))",
      at: .attribute("normalized_shape"), label: "declares \(Shape(sizes))",
      remarks: [.init(.input(0), "produces \(shape)")],
      repairs: areChannels
        ? [
          .init(
            "write axis: 1 in its place to normalise over the \(sizes[0]) channels", safety: .unsafe, set: "axis",
            to: .int(1), inPlaceOf: "normalized_shape")
        ]
        : isRepairable
          ? [.init("change normalized_shape to \(value)", safety: .unsafe, set: "normalized_shape", to: value)] : [])
  }
}

extension AttributeConstraint where Value == SpatialList<Int>? {
  /// At least one size, each at least 1.
  static var sizes: Self {
    Self("must be a size or a list of sizes, each at least 1", bounds: AttributeBounds(1)) { list in
      list.map { !$0.written.isEmpty && $0.written.allSatisfy { $0 >= 1 } } ?? true
    }
  }
}
