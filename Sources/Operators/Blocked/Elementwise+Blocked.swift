import Graph
package import KernelInterface

extension Add: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    inputs.count == 2 && inputs[0].count > 2 && inputs[0] == inputs[1] ? .all(2, follows: true, vectors) : nil
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitBlocks(
      name, site.path, site.inputs[0], site.inputs[1], into: site.outputs[0], lowering.kernels.blocked.add)
  }
}

extension Mul: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    guard inputs.count == 2, outputs[0].count > 2 else { return nil }
    let isProduct =
      inputs[0] == inputs[1] || (0..<2).contains { inputs[$0] == outputs[0] && isGate(inputs[1 - $0], outputs[0]) }
    return isProduct ? .all(2, follows: true, vectors) : nil
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernels = lowering.kernels.blocked
    let isPlain = site.inputs[0].sizes == site.inputs[1].sizes
    let isSwapped = site.inputs[0].sizes != site.outputs[0].sizes
    lowering.emitBlocks(
      name, site.path, site.inputs[isSwapped ? 1 : 0], site.inputs[isSwapped ? 0 : 1], into: site.outputs[0],
      isPlain ? kernels.multiply : kernels.multiplyChannels)
  }

  /// Whether sizes are those of one pixel of every channel.
  private func isGate(_ sizes: [Int], _ output: [Int]) -> Bool {
    sizes.count == output.count && sizes[..<2] == output[..<2] && sizes[2...].allSatisfy { $0 == 1 }
  }
}
