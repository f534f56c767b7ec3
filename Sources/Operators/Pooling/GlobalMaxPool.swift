package import Graph
import KernelInterface
package import Tensors

/// The largest value of each channel over all its positions: `[N, C, H, W]` becomes `[N, C, 1, 1]`.
///
/// The input has 1 to 3 spatial axes, all of which stay with size 1, so a `flatten` usually follows. It is the same
/// as an adaptive maximum pool with `output_size: 1` (PyTorch), and as ONNX's GlobalMaxPool; Keras drops the axes. NaN
/// in a channel makes its result NaN; the gradient goes to the first largest value.
package struct GlobalMaxPool: DifferentiableOperator {
  package static let name = "global_max_pool"
  package static let summary = "the largest value of each channel over all positions"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<GlobalMaxPool>] = []
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    return [globalType(for: inputs[0], reporting: &violations)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitAdaptivePool(name, site, lowering.kernels.pooling.adaptiveMax)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    lowering.emitAdaptivePoolGradient(
      name, site, readsInput: true, lowering.kernels.pooling.adaptiveMaxGradient)
  }
}
