package import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// An operator that folds axes, such as a mean: the attributes, the shape, and which axes they are.
package protocol AxisReduction: DifferentiableOperator {
  /// The folded axes; nil is all of them.
  var dim: AxisList? { get set }
  var keepdim: Bool { get set }
}

extension AxisReduction {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "dim" }

  /// The attributes, which are the same for all.
  static var reductionAttributes: [Attribute<Self>] {
    [
      Attribute("dim", \.dim, .notEmpty, "an axis, or a list of axes; null is all"),
      Attribute("keepdim", \.keepdim, .any, "whether the axes stay with size 1"),
    ]
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape else { return [.unknown] }
    guard shape.rank <= PairedAxes.capacity else {
      violations.append(
        Violation(
          .wrongRank,
          "an input of '\(name)' must have at most \(PairedAxes.capacity) axes: \(shape) has \(shape.rank)",
          remarks: [.init(.input(0), "produces \(shape)")]))
      return [.unknown]
    }
    var axes: Set<Int> = []
    for written in dim?.written ?? Array(0..<shape.rank) {
      guard let axis = AxisIndex.resolve(written, attribute: "dim", in: shape, reporting: &violations) else {
        return [.unknown]
      }
      if !axes.insert(axis).inserted { violations.append(.repeatedAxis(axis, of: shape)) }
    }
    let dimensions = (0..<shape.rank).compactMap { axes.contains($0) ? (keepdim ? 1 : nil) : shape[$0] }
    return [TensorType(Shape(dimensions))]
  }

  /// A tensor of the output's elements with the folded axes in place, of size 1.
  func folded(_ operand: Operand, from input: Operand) -> Operand {
    let rank = input.sizes.count
    let axes = Set((dim?.written ?? Array(0..<rank)).compactMap { AxisIndex.resolve($0, rank: rank) })
    var operand = operand
    operand.sizes = input.sizes.indices.map { axes.contains($0) ? 1 : input.sizes[$0] }
    return operand
  }
}

extension Lowering {
  /// Emits a tensor repeated along the axes along which it has size 1, over a number.
  mutating func emitSpread(
    _ name: String, path: String, _ input: Operand, into output: Operand, dividedBy divisor: Float = 1
  ) {
    let axes = Broadcasting.axes(output.sizes, input.sizes, input.sizes)
    let kernel = kernels.reduction.spread
    emit(
      Step(
        kernel: name, path: path, reads: [input.buffer], writes: [output.buffer], units: BroadcastArguments.units(axes)
      ) { run in
        kernel(
          SpreadArguments(input: run.floats(0), output: run.floats(1), axes: axes, divisor: divisor), run.units)
      })
  }
}

extension Violation {
  /// An axis that a list names twice.
  fileprivate static func repeatedAxis(_ axis: Int, of shape: Shape) -> Violation {
    Violation(
      .repeatedAxis, "'dim' must name an axis once: it names axis \(axis) of \(shape) twice", at: .attribute("dim"),
      label: "axis \(axis) twice", remarks: [.init(.input(0), "produces \(shape)")])
  }
}

extension DiagnosticCode {
  package static let repeatedAxis = DiagnosticCode(
    "E0330", "repeated-axis",
    explanation: """
      A list of axes names each axis once. A negative number counts from the end, so 3 and -1 are the same axis of
      `[N, C, H, W]`.
      """,
    bad: """
      cnnc: 1
      model: repeated_axis
      input: [N, 3, 8, 8]
      layers:
        - mean: {dim: [3, -1]}
      """,
    good: """
      cnnc: 1
      model: two_axes
      input: [N, 3, 8, 8]
      layers:
        - mean: {dim: [2, 3]}
      """)
}
