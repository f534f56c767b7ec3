package import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// Gated linear unit: the first half of the input along an axis times the sigmoid of the second half,
/// `y = a * sigmoid(b)` (Dauphin and others 2017).
///
/// The size of the axis `dim` is even, and halved. `dim` is -1 unless written, as in PyTorch; for the channels of a
/// feature map write `dim: 1`. The gradient by `a` is `upstream * sigmoid(b)`, by `b` it is
/// `upstream * a * sigmoid(b) * (1 - sigmoid(b))`.
package struct Glu: DifferentiableOperator {
  package var dim = -1

  package static let name = "glu"
  package static let summary = "half of the input times the sigmoid of the other half"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "dim"
  package static let attributes: [Attribute<Glu>] = [
    Attribute("dim", \.dim, .any, "the axis that is halved")
  ]
  package static let tolerance = Tolerance.rounding

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard let axis = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations) else {
      return [.unknown]
    }
    violations.demand(.multiple(shape[axis], of: 2), .oddHalves)
    if let rest = (shape[axis] - shape[axis].floorDivided(by: 2) * 2).value, rest != 0 {
      violations.append(
        Violation(
          .oddHalves, "the size of axis \(axis) must be even, since 'glu' halves it: \(shape) has \(shape[axis])",
          remarks: [.init(.input(0), "produces \(shape)")]))
      shape[axis] = .unknown
    } else {
      shape[axis] = shape[axis].floorDivided(by: 2)
    }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (rows, length) = extents(site.outputs[0].sizes)
    let kernel = lowering.kernels.activation.glu
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer],
        units: rows * length.groups(of: GateArguments.elementsPerUnit)
      ) { run in
        kernel(GateArguments(input: run.floats(0), output: run.floats(1), length: length), run.units)
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    let (rows, length) = extents(upstream.sizes)
    let kernel = lowering.kernels.activation.gluGradient
    lowering.emit(
      Step(
        kernel: "glu gradient", path: site.forward.path,
        reads: [upstream.buffer, site.forward.inputs[0].buffer], writes: [gradient.buffer],
        units: rows * length.groups(of: GateArguments.elementsPerUnit)
      ) { run in
        kernel(
          GateGradientArguments(
            upstream: run.floats(0), input: run.floats(1), inputGradient: run.floats(2), length: length), run.units)
      })
  }

  /// The number of rows of the output, and their length: everything from the axis on.
  private func extents(_ sizes: [Int]) -> (rows: Int, length: Int) {
    let axis = AxisIndex.resolve(dim, rank: sizes.count) ?? 0
    return (sizes[..<axis].reduce(1, *), sizes[axis...].reduce(1, *))
  }
}

extension DiagnosticCode {
  package static let oddHalves = DiagnosticCode(
    "E0331", "odd-halves",
    explanation: """
      `glu` multiplies the first half of an axis by the sigmoid of the second half, so the size of the axis must be even.
      The layer before it usually makes twice the wanted number of channels. The axis is the last one unless `dim` is
      written.
      """,
    bad: """
      cnnc: 1
      model: odd_halves
      input: [N, 15, 32]
      layers:
        - glu: {dim: 1}
      """,
    good: """
      cnnc: 1
      model: even_halves
      input: [N, 16, 32]
      layers:
        - glu: {dim: 1}
      """)
}
