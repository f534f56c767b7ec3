package import Graph
import KernelInterface
package import Tensors

/// The product of two or more tensors, element by element: `y = a * b * ...`, in this order.
///
/// All inputs have the same shape; an axis on which one has size 1 is repeated, which is reported: `[N, C, 1, 1]`
/// scales the channels of `[N, C, H, W]` (channel attention). The gradient by one input is upstream times all others,
/// summed over repeated axes.
package struct Mul: DifferentiableOperator {
  package static let name = "mul"
  package static let summary = "the product of tensors of one shape"
  package static let arity = 2...Int.max
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Mul>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(JoinedShape(broadcasts: true, name: name)(inputs, reporting: &violations))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitFold(site) { left, right, output, lowering in
      emitProduct(name, site, left, right, output, &lowering)
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let path = site.forward.path
    for (index, gradient) in site.inputGradients.enumerated() {
      guard let gradient else { continue }
      let others = site.forward.inputs.enumerated().filter { $0.offset != index }.map(\.element)
      var product = upstream
      for other in others.dropLast() {
        let next = lowering.makeTemporary("partial gradient of \(path)", sizes: upstream.sizes)
        emitProduct("mul gradient", site.forward, product, other, next, &lowering)
        product = next
      }
      guard let last = others.last else { continue }
      if gradient.sizes == upstream.sizes {
        emitProduct("mul gradient", site.forward, product, last, gradient, &lowering)
      } else {
        lowering.emitSum("mul gradient", path: path, product, times: last, into: gradient)
      }
    }
  }

  private func emitProduct(
    _ step: String, _ site: LoweringSite, _ left: Operand, _ right: Operand, _ output: Operand,
    _ lowering: inout Lowering
  ) {
    let kernels = lowering.kernels.elementwise
    lowering.emitBinary(
      step, path: site.path, left, right, into: output, kernels.multiply, repeating: kernels.broadcastMultiply)
  }
}
