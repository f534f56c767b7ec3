import Graph
package import KernelInterface

extension LayerNorm: BlockedOperator {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    let rank = inputs[0].count
    guard rank > 2, let axis, AxisIndex.resolve(axis, rank: rank) == 1 else { return nil }
    return .all(1, follows: true, vectors)
  }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    let sizes = output.blockedSizes(lowering.kernels.vectors)
    let kernels = lowering.kernels.blocked
    let factors = lowering.emitFactors(site, sizes, site.parameters.map(\.buffer)) { run in
      ChannelNormalization(
        weight: elementwiseAffine ? UnsafePointer(run.floats(0)) : nil,
        bias: elementwiseAffine && bias ? UnsafePointer(run.floats(1)) : nil)
    }
    let epsilon = Float(eps)
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: [input.buffer, factors], writes: [output.buffer],
        reuse: input.isWhole && output.isWhole ? [.init(write: 0, read: 0)] : [],
        units: BlockedPixelNormalizationArguments.units(sizes)
      ) { run in
        kernels.normalizePixels(
          BlockedPixelNormalizationArguments(
            elements: BlockedElementsArguments(
              sizes: sizes, input: run.blocked(0, input), output: run.blocked(2, output)),
            factors: UnsafePointer(run.floats(1)), epsilon: epsilon), run.units)
      })
  }
}
