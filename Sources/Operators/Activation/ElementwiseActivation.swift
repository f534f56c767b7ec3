package import Graph
package import KernelInterface
package import Tensors

/// Which forward tensor the gradient kernel of a function reads.
package enum SavedTensor: Sendable {
  case input, output
}

/// A function of each element: shape, lowering and gradient follow from its kernels.
package protocol ElementwiseActivation: DifferentiableOperator {
  /// What the gradient kernel reads; the output is preferred, since the next layer keeps it anyway.
  static var gradientReads: SavedTensor { get }
  /// What the function's attributes say, passed to both kernels.
  var constants: FunctionConstants { get }
  func function(in kernels: ActivationKernels) -> ActivationFunction
}

extension ElementwiseActivation {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }
  package static var tolerance: Tolerance { .rounding }
  package var constants: FunctionConstants { FunctionConstants() }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(inputs[0].shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitFunction(
      name, path: site.path, site.inputs[0], into: site.outputs[0], function(in: lowering.kernels.activation),
      constants)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let inputGradient = site.inputGradients[0] else { return }
    let kernel = function(in: lowering.kernels.activation).gradient
    let saved = Self.gradientReads == .input ? site.forward.inputs[0] : site.forward.outputs[0]
    let count = upstream.elementCount
    let constants = constants
    lowering.emit(
      Step(
        kernel: name + " gradient", path: site.forward.path, reads: [upstream.buffer, saved.buffer],
        writes: [inputGradient.buffer], reuse: [.init(write: 0, read: 0)],
        units: count.groups(of: ActivationArguments.elementsPerUnit)
      ) { run in
        kernel(
          ActivationGradientArguments(
            upstream: run.floats(0), saved: run.floats(1), inputGradient: run.floats(2), count: count,
            constants: constants), run.units)
      })
  }
}
