package import Graph
package import KernelInterface
package import Tensors

/// Softmax and its logarithm: shape, lowering and gradient along the axis `dim`.
package protocol NormalizedExponential: DifferentiableOperator {
  var dim: Int { get }
  func forward(in kernels: SoftmaxKernels) -> Kernel<SoftmaxArguments>
  /// The gradient, which reads the output.
  func gradient(in kernels: SoftmaxKernels) -> Kernel<SoftmaxGradientArguments>
}

extension NormalizedExponential {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "dim" }
  package static var tolerance: Tolerance { .accumulation }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    if let shape = inputs[0].shape {
      _ = AxisIndex.resolve(dim, attribute: "dim", in: shape, reporting: &violations)
    }
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let (outer, length, inner) = extents(site.inputs[0].sizes)
    let kernel = forward(in: lowering.kernels.softmax)
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer],
        reuse: [.init(write: 0, read: 0)], units: outer
      ) { run in
        kernel(
          SoftmaxArguments(input: run.floats(0), output: run.floats(1), length: length, inner: inner), run.units)
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let inputGradient = site.inputGradients[0] else { return }
    let (outer, length, inner) = extents(upstream.sizes)
    let kernel = gradient(in: lowering.kernels.softmax)
    lowering.emit(
      Step(
        kernel: name + " gradient", path: site.forward.path,
        reads: [upstream.buffer, site.forward.outputs[0].buffer], writes: [inputGradient.buffer],
        reuse: [.init(write: 0, read: 0)], units: outer
      ) { run in
        kernel(
          SoftmaxGradientArguments(
            upstream: run.floats(0), output: run.floats(1), inputGradient: run.floats(2), length: length,
            inner: inner), run.units)
      })
  }

  /// The sizes before, at and behind the axis.
  private func extents(_ sizes: [Int]) -> (outer: Int, length: Int, inner: Int) {
    guard let axis = AxisIndex.resolve(dim, rank: sizes.count) else { return (1, 1, sizes.reduce(1, *)) }
    return (sizes[..<axis].reduce(1, *), sizes[axis], sizes[(axis + 1)...].reduce(1, *))
  }
}
