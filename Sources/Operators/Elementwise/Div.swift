package import Graph
import KernelInterface
package import Tensors

/// The quotient of two tensors, element by element: `y = a / b`.
///
/// Both inputs have the same shape; an axis on which one has size 1 is repeated, which is reported: `[N, C, 1, 1]`
/// divides the channels of `[N, C, H, W]`. Division by 0 gives an infinity, of 0 by 0 NaN. The gradient by `a` is
/// upstream over `b`, by `b` it is `-upstream * y / b`, summed over repeated axes.
package struct Div: DifferentiableOperator {
  package static let name = "div"
  package static let summary = "the quotient of two tensors of one shape"
  package static let arity = 2...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<Div>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [TensorType(JoinedShape(broadcasts: true, name: name)(inputs, reporting: &violations))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emitQuotient(name, site, site.inputs[0], into: site.outputs[0], &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let (forward, path) = (site.forward, site.forward.path)
    let kernels = lowering.kernels.elementwise
    if let gradient = site.inputGradients[0] {
      if gradient.sizes == upstream.sizes {
        emitQuotient("div gradient", forward, upstream, into: gradient, &lowering)
      } else {
        let quotient = makePartial(site, &lowering)
        emitQuotient("div gradient", forward, upstream, into: quotient, &lowering)
        lowering.emitSum("div gradient", path: path, quotient, times: nil, into: gradient)
      }
    }
    if let gradient = site.inputGradients[1] {
      let (quotient, product) = (makePartial(site, &lowering), makePartial(site, &lowering))
      emitQuotient("div gradient", forward, forward.outputs[0], into: quotient, &lowering)
      lowering.emitBinary(
        "div gradient", path: path, upstream, quotient, into: product, kernels.multiply,
        repeating: kernels.broadcastMultiply)
      lowering.emitNegativeSum("div gradient", path: path, product, into: gradient)
    }
  }

  private func makePartial(_ site: GradientSite, _ lowering: inout Lowering) -> Operand {
    lowering.makeTemporary("partial gradient of \(site.forward.path)", sizes: site.forward.outputs[0].sizes)
  }

  /// Emits something over the second input.
  private func emitQuotient(
    _ step: String, _ site: LoweringSite, _ left: Operand, into output: Operand, _ lowering: inout Lowering
  ) {
    let kernels = lowering.kernels.elementwise
    lowering.emitBinary(
      step, path: site.path, left, site.inputs[1], into: output, kernels.divide, repeating: kernels.broadcastDivide)
  }
}
