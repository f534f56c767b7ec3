import Graph
package import KernelInterface

/// An activation that kernels can apply to their results before they store them.
package protocol FusibleActivation: ElementwiseActivation, BlockedOperator {
  /// nil where the attributes make it another function.
  var fused: FusedActivation? { get }
}

extension FusibleActivation {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    fused != nil && inputs[0].count > 2 ? .all(1, follows: true, vectors) : nil
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitBlocks(
      name, site.path, site.inputs[0], into: site.outputs[0], lowering.kernels.blocked.activate, fused ?? .none)
  }
}

extension Relu: FusibleActivation {
  package var fused: FusedActivation? { .clamp(low: 0, high: .infinity) }
}

extension Relu6: FusibleActivation {
  package var fused: FusedActivation? { .clamp(low: 0, high: 6) }
}

extension Hardtanh: FusibleActivation {
  package var fused: FusedActivation? { .clamp(low: constants.alpha, high: constants.beta) }
}

extension Clamp: FusibleActivation {
  package var fused: FusedActivation? { .clamp(low: constants.alpha, high: constants.beta) }
}

extension LeakyRelu: FusibleActivation {
  package var fused: FusedActivation? { .leakyRelu(slope: constants.alpha) }
}

extension Elu: FusibleActivation {
  package var fused: FusedActivation? { .elu(alpha: constants.alpha) }
}

extension Silu: FusibleActivation {
  package var fused: FusedActivation? { .silu }
}

extension Sigmoid: FusibleActivation {
  package var fused: FusedActivation? { .sigmoid }
}

extension Hardswish: FusibleActivation {
  package var fused: FusedActivation? { .hardswish }
}

extension Hardsigmoid: FusibleActivation {
  package var fused: FusedActivation? { .hardsigmoid }
}

extension Tanh: FusibleActivation {
  package var fused: FusedActivation? { .tanh }
}

extension Gelu: FusibleActivation {
  package var fused: FusedActivation? { approximate == .none ? .gelu : .geluTanh }
}

extension Mish: FusibleActivation {
  package var fused: FusedActivation? { .mish }
}
