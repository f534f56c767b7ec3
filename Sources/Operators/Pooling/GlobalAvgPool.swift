package import Graph
import KernelInterface
package import Tensors

/// The mean of each channel over all its positions: `[N, C, H, W]` becomes `[N, C, 1, 1]`.
///
/// The input has 1 to 3 spatial axes, all of which stay with size 1, so a `flatten` usually follows. It is the same
/// as an adaptive average pool with `output_size: 1` (PyTorch), and as ONNX's GlobalAveragePool; Keras drops the
/// axes.
package struct GlobalAvgPool: DifferentiableOperator {
  package static let name = "global_avg_pool"
  package static let summary = "the mean of each channel over all positions"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<GlobalAvgPool>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    for axis in 2..<shape.rank { shape[axis] = 1 }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.inputs[0].sizes, to: site.outputs[0].sizes)
    lowering.emitPool(name, site, geometry, lowering.kernels.pooling.adaptiveAverage)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.forward.inputs[0].sizes, to: site.forward.outputs[0].sizes)
    lowering.emitPoolGradient(
      name + " gradient", site, readsInput: false, geometry, lowering.kernels.pooling.adaptiveAverageGradient)
  }
}
