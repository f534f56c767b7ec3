package import Graph
package import KernelInterface
package import Tensors

/// A batch normalization by running statistics, or a factor for each channel, with an activation behind it, in blocks
/// of channels.
package struct BlockedNormalization: BlockedOperator {
  package var normalization: FoldedNormalization?
  package var activation = FusedActivation.none
  package var absorbed: [String] = []

  package static let name = "fused_batch_norm"
  package static let summary = "a normalization with the activation behind it"
  package static let arity = 1...1
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<BlockedNormalization>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package init(_ normalization: FoldedNormalization) { self.normalization = normalization }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    inputs
  }

  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    .all(1, follows: false, vectors)
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { lowerBlocked(site, in: &lowering) }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    guard let normalization else { return }
    let (input, output) = (site.inputs[0], site.outputs[0])
    let sizes = output.blockedSizes(lowering.kernels.vectors)
    let kernels = lowering.kernels.blocked
    let read = site.parameters.prefix(normalization.readCount).map(\.buffer)
    let factors = lowering.emitFactors(site, sizes, read) { normalization.statistics($0, from: 0) }
    let activation = activation
    lowering.emit(
      Step(
        kernel: "batch norm", path: site.path, reads: [input.buffer, factors], writes: [output.buffer],
        reuse: input.isWhole && output.isWhole ? [.init(write: 0, read: 0)] : [], units: sizes.units
      ) { run in
        kernels.normalize(
          BlockedNormalizationArguments(
            elements: BlockedElementsArguments(
              sizes: sizes, input: run.blocked(0, input), output: run.blocked(2, output), activation: activation),
            factors: UnsafePointer(run.floats(1))), run.units)
      })
  }
}

extension BlockedNormalization: CustomStringConvertible {
  package var description: String { (["fused_batch_norm"] + absorbed.map { "+ \($0)" }).joined(separator: " ") }
}
