package import Diagnostics
import Graph
import KernelInterface
import Tensors

/// The common shape of tensors that are combined element by element.
struct JoinedShape {
  /// Whether an axis of 1 may be repeated to another size.
  var broadcasts: Bool
  /// The operator's name, for messages.
  var name: String
  /// An axis that may differ, and is unknown in the result.
  var freeAxis: Int? = nil

  /// The shape of the result; reports unequal inputs, all axes at once, and repeated ones.
  ///
  /// Sizes with symbols count as equal unless their difference is a number other than 0.
  func callAsFunction(_ inputs: [TensorType], reporting violations: inout [Violation]) -> Shape? {
    var joined: (shape: Shape, input: Int)?
    for (index, input) in inputs.enumerated() {
      guard let shape = input.shape else { continue }
      guard let (first, firstInput) = joined else {
        joined = (shape, index)
        continue
      }
      guard first.rank == shape.rank else {
        violations.append(unequal(first, firstInput, shape, index, axes: []))
        return Shape(Array(repeating: .unknown, count: max(first.rank, shape.rank)))
      }
      joined?.shape = join(first, firstInput, shape, index, reporting: &violations)
    }
    return joined?.shape
  }

  private func join(
    _ first: Shape, _ firstInput: Int, _ second: Shape, _ secondInput: Int, reporting violations: inout [Violation]
  ) -> Shape {
    var result = first
    var wrong: [Int] = []
    var repeated: [Int] = []
    for axis in 0..<first.rank where axis != freeAxis {
      let (a, b) = (first[axis], second[axis])
      if broadcasts, a != b, a == 1 || b == 1, !a.isUnknown, !b.isUnknown {
        result[axis] = a == 1 ? b : a
        repeated.append(axis)
      } else if let difference = (a - b).value, difference != 0 {
        result[axis] = .unknown
        wrong.append(axis)
      } else {
        violations.demand(.equal(a, b), .unequalShapes)
        result[axis] = a.isUnknown || (a.value == nil && b.value != nil) ? b : a
      }
    }
    if !wrong.isEmpty {
      violations.append(unequal(first, firstInput, second, secondInput, axes: wrong))
    } else if !repeated.isEmpty, first.rank > PairedAxes.capacity {
      violations.append(tooManyAxes(first))
    } else if !repeated.isEmpty {
      violations.append(broadcast(first, firstInput, second, secondInput, axes: repeated))
    }
    return result
  }

  private func unequal(_ first: Shape, _ firstInput: Int, _ second: Shape, _ secondInput: Int, axes: [Int]) -> Violation
  {
    let places = axes.map { "axis \($0) (\(first[$0]) and \(second[$0]))" }.joined(separator: ", ")
    return Violation(
      .unequalShapes,
      "the inputs of '\(name)' must have equal shapes: \(first) and \(second) differ in "
        + (axes.isEmpty ? "the number of axes" : places),
      label: "joins \(first) and \(second)",
      remarks: [
        .init(.input(firstInput), "produces \(first)"), .init(.input(secondInput), "produces \(second)"),
      ],
      help: advice(first, second, axes))
  }

  /// What usually mends a join.
  private func advice(_ first: Shape, _ second: Shape, _ axes: [Int]) -> [String] {
    if first.rank != second.rank { return squeezing(first, second) + squeezing(second, first) }
    guard first.rank >= 3, !axes.contains(0) else { return [] }
    let ratios = axes.filter { $0 >= 2 }.compactMap { ratio(first[$0], second[$0]) }
    if axes == [1] {
      return ["a pointwise convolution on one side gives it \(second[1]) or \(first[1]) channels"]
    }
    if let ratio = ratios.first, ratio > 1 {
      return axes.contains(1)
        ? ["a pointwise convolution with stride \(ratio) on the larger side gives it the other's channels and size"]
        : ["one side is \(ratio) times as large: give both the same strides"]
    }
    return ratios.isEmpty ? [] : ["'upsample' or 'center_crop' with 'like' gives one side the size of the other"]
  }

  /// How many times one size is the other, rounded; 1 for sizes that only rounding makes different.
  private func ratio(_ first: Dimension, _ second: Dimension) -> Int? {
    guard let first = first.value, let second = second.value, min(first, second) > 0 else { return nil }
    let (smaller, larger) = (min(first, second), max(first, second))
    return larger - smaller <= 2 && smaller > 2 ? 1 : max(1, (larger + smaller / 2) / smaller)
  }

  /// Whether a shape without an axis of 1 is the other.
  private func squeezing(_ long: Shape, _ short: Shape) -> [String] {
    guard long.rank == short.rank + 1,
      let axis = (0..<long.rank).last(where: { axis in
        long[axis] == 1 && long.dimensions[..<axis] + long.dimensions[(axis + 1)...] == short.dimensions[...]
      })
    else { return [] }
    return ["'- squeeze: {dim: \(axis)}' makes \(long) the shape \(short)"]
  }

  private func tooManyAxes(_ shape: Shape) -> Violation {
    Violation(
      .wrongRank, "inputs that are repeated must have at most \(PairedAxes.capacity) axes: \(shape) has \(shape.rank)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }

  private func broadcast(_ first: Shape, _ firstInput: Int, _ second: Shape, _ secondInput: Int, axes: [Int])
    -> Violation
  {
    let places = axes.map(String.init).joined(separator: ", ")
    return Violation(
      .broadcast,
      "'\(name)' repeats \(first) and \(second) along \(axes.count == 1 ? "axis" : "axes") \(places), where one of them has size 1",
      remarks: [
        .init(.input(firstInput), "produces \(first)"), .init(.input(secondInput), "produces \(second)"),
      ])
  }
}

extension DiagnosticCode {
  package static let unequalShapes = DiagnosticCode(
    "E0312", "unequal-shapes",
    explanation: """
      Tensors that are combined element by element must have the same shape. Only an axis of size 1 is repeated, as in
      channel attention, where `[N, C, 1, 1]` scales `[N, C, H, W]`; two other sizes never fit each other.

      In a residual block this usually means that the body changes the channels or the size and the shortcut does not.
      """,
    bad: """
      cnnc: 1
      model: unequal_shapes
      input: [N, 16, 8, 8]
      layers:
        - residual:
            body:
              - conv2d: {out_channels: 32, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: equal_shapes
      input: [N, 16, 8, 8]
      layers:
        - residual:
            body:
              - conv2d: {out_channels: 32, kernel_size: 3, padding: 1}
            shortcut:
              - conv2d: {out_channels: 32, kernel_size: 1}
      """)

  package static let broadcast = DiagnosticCode(
    "W0911", "broadcast", severity: .note,
    explanation: """
      One input has size 1 along an axis and is repeated to the size of the other. That is what channel attention does
      on purpose; where it is not meant, a layer before has shrunk an axis to 1.
      """,
    bad: """
      cnnc: 1
      model: channel_attention
      input: [N, 16, 8, 8]
      layers:
        - identity: {name: features}
        - global_avg_pool
        - sigmoid: {name: gate}
        - mul: {from: [features, gate]}
      """,
    good: """
      cnnc: 1
      model: no_attention
      input: [N, 16, 8, 8]
      layers:
        - identity: {name: features}
        - sigmoid: {name: gate}
        - mul: {from: [features, gate]}
      """)
}
