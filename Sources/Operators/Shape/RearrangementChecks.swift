package import Diagnostics
import Graph
import KernelInterface
import Tensors

extension Operator {
  /// Whether a copy can loop over the axes; reports more than it can.
  func checkCopyRank(_ shape: Shape, reporting violations: inout [Violation]) -> Bool {
    if shape.rank <= PairedAxes.capacity { return true }
    violations.append(
      Violation(
        .wrongRank, "an input of '\(name)' must have at most \(PairedAxes.capacity) axes: \(shape) has \(shape.rank)",
        remarks: [.init(.input(0), "produces \(shape)")]))
    return false
  }

  /// The shape of a feature map `[N, C, H, W]`; reports other ranks.
  func checkMap(_ input: TensorType, reporting violations: inout [Violation]) -> Shape? {
    guard let shape = input.shape, shape.rank != 4 else { return input.shape }
    violations.append(.wrongRank(shape, expected: AxisName.layout(2)))
    return nil
  }

  /// Reports an axis that cannot be divided into equal parts.
  func checkMultiple(
    of divisor: Int, _ attribute: String, _ shape: Shape, axis: Int, reporting violations: inout [Violation]
  ) {
    violations.demand(.multiple(shape[axis], of: divisor), .indivisibleSize, at: .attribute(attribute))
    guard let size = shape[axis].value, size % divisor != 0 else { return }
    let what = axis == 1 ? "the number of channels" : "the size of axis \(axis)"
    let nearest = Violation.nearestMultiples(of: divisor, to: size)
    let listed = nearest.sorted().map(String.init).joined(separator: " and ")
    var violation = Violation(
      .indivisibleSize, "\(what) must be a multiple of \(divisor) for '\(name)': \(shape) has \(size)",
      at: .attribute(attribute), remarks: [.init(.input(0), "produces \(shape)")],
      notes: ["the nearest such number\(nearest.count == 1 ? " is" : "s are") \(listed)"])
    if axis == 1 { violation.wantedChannels = nearest }
    violations.append(violation)
  }
}

extension DiagnosticCode {
  package static let notAPermutation = DiagnosticCode(
    "E0350", "not-a-permutation",
    explanation: """
      `permute` puts all axes into a new order, so `dims` names each axis of the input exactly once, the batch included.
      """,
    bad: """
      cnnc: 1
      model: not_a_permutation
      input: [N, 3, 8, 8]
      layers:
        - permute: {dims: [0, 2, 1]}
      """,
    good: """
      cnnc: 1
      model: permutation
      input: [N, 3, 8, 8]
      layers:
        - permute: {dims: [0, 2, 3, 1]}
      """)

  package static let indivisibleSize = DiagnosticCode(
    "E0356", "indivisible-size",
    explanation: """
      `channel_shuffle` deals the channels of equal groups, `pixel_shuffle` makes one channel of the square of its factor,
      and `pixel_unshuffle` takes squares of pixels: the axis they divide must be a multiple of that.
      """,
    bad: """
      cnnc: 1
      model: indivisible_channels
      input: [N, 10, 8, 8]
      layers:
        - pixel_shuffle: 2
      """,
    good: """
      cnnc: 1
      model: divisible_channels
      input: [N, 12, 8, 8]
      layers:
        - pixel_shuffle: 2
      """)
}
