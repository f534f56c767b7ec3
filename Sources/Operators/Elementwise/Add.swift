package import Graph
import KernelInterface
package import Tensors

/// The sum of two or more tensors, element by element: `y = a + b + ...`, in this order.
///
/// All inputs have the same shape; an axis on which one has size 1 is repeated, which is reported. Other sizes never
/// fit each other, where PyTorch would also add missing axes in front. The gradient goes to every input unchanged,
/// summed over repeated axes.
package struct Add: DifferentiableOperator {
  package static let name = "add"
  package static let summary = "the sum of tensors of one shape"
  package static let arity = 2...Int.max
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Add>] = []
  package static let tolerance = Tolerance.rounding

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(JoinedShape(broadcasts: true, name: name)(inputs, reporting: &violations))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernels = lowering.kernels.elementwise
    lowering.emitFold(site) { left, right, output, lowering in
      lowering.emitBinary(
        name, path: site.path, left, right, into: output, kernels.add, repeating: kernels.broadcastAdd)
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    for gradient in site.inputGradients {
      guard let gradient else { continue }
      lowering.emitSumOrCopy("add gradient", path: site.forward.path, upstream, into: gradient)
    }
  }
}

extension Lowering {
  /// Combines all inputs of a site from the first on, two at a time, with temporaries between.
  mutating func emitFold(
    _ site: LoweringSite, _ combine: (_ left: Operand, _ right: Operand, _ output: Operand, inout Lowering) -> Void
  ) {
    var left = site.inputs[0]
    for (index, right) in site.inputs.enumerated().dropFirst() {
      let isLast = index == site.inputs.count - 1
      let sizes = Broadcasting.sizes(left.sizes, right.sizes)
      let output = isLast ? site.outputs[0] : makeTemporary("partial result of \(site.path)", sizes: sizes)
      combine(left, right, output, &self)
      left = output
    }
  }
}
