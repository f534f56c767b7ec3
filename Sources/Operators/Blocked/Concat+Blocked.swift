import Graph
package import KernelInterface

extension Concat: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    guard joinsWholeBlocks(inputs, vectors) else { return nil }
    return .all(inputs.count, follows: true, vectors)
  }

  /// Whether it joins channels, and every input but the last ends with a block.
  package func joinsWholeBlocks(_ inputs: [[Int]], _ vectors: VectorShape) -> Bool {
    let rank = inputs[0].count
    return rank > 2 && AxisIndex.resolve(axis, rank: rank) == 1
      && inputs.dropLast().allSatisfy { $0[1] % vectors.width == 0 }
  }

  /// Copies the inputs that were not written in place.
  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    var offset = site.outputs[0].offset
    for input in site.inputs {
      var slice = site.outputs[0]
      slice.sizes = input.sizes
      slice.offset = offset
      slice.sliceStride = site.outputs[0].imageStride
      offset += input.imageCount
      if input.buffer == slice.buffer, input.offset == slice.offset { continue }
      lowering.emitBlocks(name, site.path, input, into: slice, lowering.kernels.blocked.copy)
    }
  }
}
