package import Graph
import KernelInterface
package import Tensors

/// The difference of two tensors, element by element: `y = a - b`.
///
/// Both inputs have the same shape; an axis on which one has size 1 is repeated, which is reported. The gradient by `a`
/// is upstream, by `b` its opposite, summed over repeated axes.
package struct Sub: DifferentiableOperator {
  package static let name = "sub"
  package static let summary = "the difference of two tensors of one shape"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Sub>] = []
  package static let tolerance = Tolerance.rounding

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(JoinedShape(broadcasts: true, name: name)(inputs, reporting: &violations))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernels = lowering.kernels.elementwise
    lowering.emitBinary(
      name, path: site.path, site.inputs[0], site.inputs[1], into: site.outputs[0], kernels.subtract,
      repeating: kernels.broadcastSubtract)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let path = site.forward.path
    if let gradient = site.inputGradients[0] {
      lowering.emitSumOrCopy("sub gradient", path: path, upstream, into: gradient)
    }
    if let gradient = site.inputGradients[1] {
      lowering.emitNegativeSum("sub gradient", path: path, upstream, into: gradient)
    }
  }
}

extension Lowering {
  /// Emits the sum over the axes along which the output has size 1, or a copy where the sizes are the same.
  mutating func emitSumOrCopy(_ name: String, path: String, _ input: Operand, into output: Operand) {
    if input.sizes == output.sizes {
      emitCopy(name, path: path, input, into: output)
    } else {
      emitSum(name, path: path, input, times: nil, into: output)
    }
  }

  /// Emits the opposite of the sum over the axes along which the output has size 1.
  mutating func emitNegativeSum(_ name: String, path: String, _ input: Operand, into output: Operand) {
    var sum = input
    if input.sizes != output.sizes {
      sum = makeTemporary("partial gradient of \(path)", sizes: output.sizes)
      emitSum(name, path: path, input, times: nil, into: sum)
    }
    emitFunction(name, path: path, sum, into: output, kernels.activation.neg)
  }
}
