package import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// The product of two matrices, or of two batches of them: `[..., M, K]` times `[..., K, N]` is `[..., M, N]`.
///
/// The axes before the last two are equal, or the second input has only two axes and multiplies every matrix of the
/// first. PyTorch would also repeat batch axes of size 1, and takes vectors; `unsqueeze` and `expand` say that here. The
/// gradients are `upstream * transpose(b)` and `transpose(a) * upstream`.
package struct Matmul: DifferentiableOperator, CostedOperator {
  package static let name = "matmul"
  package static let summary = "the product of two matrices, or of batches of them"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Matmul>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let left = inputs[0].shape, let right = inputs[1].shape else { return [.unknown] }
    guard left.rank >= 2, right.rank == left.rank || right.rank == 2 else {
      violations.append(.matmulSizes("must have at least 2 axes, the second as many as the first or 2", left, right))
      return [.unknown]
    }
    var shape = left
    violations.demand(.equal(left[left.rank - 1], right[right.rank - 2]), .matmulSizes)
    for axis in 0..<right.rank - 2 { violations.demand(.equal(left[axis], right[axis]), .matmulSizes) }
    shape[left.rank - 1] = right[right.rank - 1]
    if left[left.rank - 1].differs(from: right[right.rank - 2]) {
      violations.append(
        .matmulSizes("must agree in the last axis of the first and the last but one of the second", left, right))
    }
    for axis in 0..<right.rank - 2 where left[axis].differs(from: right[axis]) {
      violations.append(.matmulSizes("must have equal axes before the last two", left, right))
      shape[axis] = .unknown
    }
    return [TensorType(shape)]
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    outputs[0].elementCount * (inputs[0].dimensions.last ?? .unknown)
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let sizes = sizes(site)
    lowering.emitProduct(
      name, path: site.path, sizes, left(site.inputs[0], sizes), right(site.inputs[1], sizes),
      to: site.outputs[0].buffer)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let sizes = sizes(site.forward)
    let inputs = site.forward.inputs
    let product = MatrixFactor(upstream.buffer, rows: sizes.rows, columns: sizes.columns)
    if let gradient = site.inputGradients[0] {
      lowering.emitProduct(
        "matmul gradient", path: site.forward.path,
        .init(batch: sizes.batch, rows: sizes.rows, columns: sizes.steps, steps: sizes.columns), product,
        right(inputs[1], sizes).transposed, to: gradient.buffer)
    }
    if let gradient = site.inputGradients[1] {
      lowering.emitProduct(
        "matmul gradient", path: site.forward.path,
        .init(batch: sizes.batch, rows: sizes.steps, columns: sizes.columns, steps: sizes.rows),
        left(inputs[0], sizes).transposed, product, to: gradient.buffer)
    }
  }

  /// One matrix of all rows when the second input is one matrix, else a batch.
  private func sizes(_ site: LoweringSite) -> MatmulArguments.Sizes {
    let (left, right) = (site.inputs[0].sizes, site.inputs[1].sizes)
    let isShared = right.count == 2
    let rows = left[left.count - 2]
    let batch = left.dropLast(2).reduce(1, *)
    return MatmulArguments.Sizes(
      batch: isShared ? 1 : batch, rows: isShared ? batch * rows : rows, columns: right[right.count - 1],
      steps: left[left.count - 1])
  }

  private func left(_ input: Operand, _ sizes: MatmulArguments.Sizes) -> MatrixFactor {
    MatrixFactor(input.buffer, rows: sizes.rows, columns: sizes.steps)
  }

  private func right(_ input: Operand, _ sizes: MatmulArguments.Sizes) -> MatrixFactor {
    MatrixFactor(input.buffer, rows: sizes.steps, columns: sizes.columns)
  }
}

extension Dimension {
  /// Whether two sizes are different for sure.
  func differs(from other: Dimension) -> Bool { (self - other).value.map { $0 != 0 } ?? false }
}

extension Violation {
  fileprivate static func matmulSizes(_ rule: String, _ left: Shape, _ right: Shape) -> Violation {
    Violation(
      .matmulSizes, "the inputs of 'matmul' \(rule): they are \(left) and \(right)",
      remarks: [.init(.input(0), "produces \(left)"), .init(.input(1), "produces \(right)")])
  }
}

extension DiagnosticCode {
  package static let matmulSizes = DiagnosticCode(
    "E0358", "matmul-sizes",
    explanation: """
      `matmul` multiplies `[..., M, K]` with `[..., K, N]`: the columns of the first are the rows of the second, and the
      axes before are equal. `transpose` swaps the last two axes of an input.
      """,
    bad: """
      cnnc: 1
      model: matmul_sizes
      inputs: {a: [N, 4, 6], b: [N, 4, 6]}
      layers:
        - matmul: {from: [a, b]}
      """,
    good: """
      cnnc: 1
      model: matmul_transposed
      inputs: {a: [N, 4, 6], b: [N, 4, 6]}
      layers:
        - transpose: {name: c, from: b, dim0: 1, dim1: 2}
        - matmul: {from: [a, c]}
      """)
}
