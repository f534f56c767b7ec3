package import Graph
package import KernelInterface
package import Tensors

/// Which forward tensor the gradient kernel of a function reads.
package enum ActivationGradient: Sendable {
  case ofInput(Kernel<ActivationGradientArguments>)
  case ofOutput(Kernel<ActivationGradientArguments>)
}

/// A function of each element: shape, lowering and gradient follow from its two kernels.
package protocol ElementwiseActivation: DifferentiableOperator {
  /// The function's constant, passed to both kernels.
  var alpha: Float { get }
  func forwardKernel(in kernels: ActivationKernels) -> Kernel<ActivationArguments>
  func gradientKernel(in kernels: ActivationKernels) -> ActivationGradient
}

extension ElementwiseActivation {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }
  package var alpha: Float { 0 }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] { inputs }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernel = forwardKernel(in: lowering.kernels.activation)
    let count = site.inputs[0].elementCount
    let alpha = alpha
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [site.inputs[0].buffer], writes: [site.outputs[0].buffer],
        reuse: [.init(write: 0, read: 0)], units: count.groups(of: ActivationArguments.elementsPerUnit)
      ) { run in
        kernel(ActivationArguments(input: run.floats(0), output: run.floats(1), count: count, alpha: alpha), run.units)
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let inputGradient = site.inputGradients[0] else { return }
    let count = upstream.elementCount
    let alpha = alpha
    let saved: Operand
    let kernel: Kernel<ActivationGradientArguments>
    switch gradientKernel(in: lowering.kernels.activation) {
    case .ofInput(let function): (kernel, saved) = (function, site.forward.inputs[0])
    case .ofOutput(let function): (kernel, saved) = (function, site.forward.outputs[0])
    }
    lowering.emit(
      Step(
        kernel: name + " gradient", path: site.forward.path, reads: [upstream.buffer, saved.buffer],
        writes: [inputGradient.buffer], reuse: [.init(write: 0, read: 0)],
        units: count.groups(of: ActivationArguments.elementsPerUnit)
      ) { run in
        kernel(
          ActivationGradientArguments(
            upstream: run.floats(0), saved: run.floats(1), inputGradient: run.floats(2), count: count, alpha: alpha),
          run.units)
      })
  }
}
