import Graph
package import KernelInterface
import Tensors

extension Lowering {
  /// Emits a pool in blocks of channels.
  fileprivate mutating func emitBlockedPool(
    _ name: String, _ site: LoweringSite, _ geometry: PoolGeometry, _ kernel: @escaping Kernel<BlockedPoolArguments>,
    dividedBy divisor: PoolDivisor = .windowInsideInput
  ) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    let sizes = output.blockedSizes(kernels.vectors)
    emit(
      Step(
        kernel: name, path: site.path, reads: [input.buffer], writes: [output.buffer], units: sizes.units
      ) { run in
        kernel(
          BlockedPoolArguments(
            sizes: sizes, input: run.blocked(0, input), output: run.blocked(1, output), geometry: geometry,
            divisor: divisor), run.units)
      })
  }
}

extension MaxPool: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    returnIndices ? nil : .all(1, follows: true, vectors)
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitBlockedPool(name, site, geometry(site), lowering.kernels.blocked.maxPool)
  }
}

extension AvgPool: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    .all(1, follows: true, vectors)
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitBlockedPool(
      name, site, geometry(site), lowering.kernels.blocked.averagePool, dividedBy: divisor)
  }
}

extension AdaptiveAvgPool: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    .all(1, follows: true, vectors)
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.inputs[0].sizes, to: site.outputs[0].sizes)
    lowering.emitBlockedPool(name, site, geometry, lowering.kernels.blocked.adaptiveAveragePool)
  }
}

extension GlobalAvgPool: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    .all(1, follows: true, vectors)
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    let geometry = PoolGeometry(adapting: site.inputs[0].sizes, to: site.outputs[0].sizes)
    lowering.emitBlockedPool(name, site, geometry, lowering.kernels.blocked.adaptiveAveragePool)
  }
}
