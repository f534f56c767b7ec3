package import KernelInterface
package import Tensors

/// The layouts of a node's operands when it computes in blocks of channels.
package struct BlockedLayouts: Hashable, Sendable {
  package var inputs: [Layout]
  package var outputs: [Layout]
  /// Whether it does so only where an input is in blocks already, since it gains nothing by itself.
  package var follows: Bool

  package init(inputs: [Layout], outputs: [Layout], follows: Bool) {
    self.inputs = inputs
    self.outputs = outputs
    self.follows = follows
  }

  /// Every operand in blocks.
  static func all(_ inputs: Int, follows: Bool, _ vectors: VectorShape) -> BlockedLayouts {
    let layout = Layout.blocked(width: vectors.width)
    return BlockedLayouts(inputs: Array(repeating: layout, count: inputs), outputs: [layout], follows: follows)
  }
}

/// An operator that can compute in blocks of channels.
package protocol BlockedOperator: LowerableOperator {
  /// The layouts of a node's operands in blocks; nil when it cannot compute operands of these sizes so.
  func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts?

  /// Emits the steps for a site whose operands have those layouts; its outputs may be slices of others' channels.
  func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering)
}

extension Operand {
  /// The sizes of a tensor in blocks of channels.
  func blockedSizes(_ vectors: VectorShape) -> BlockedSizes {
    BlockedSizes(batch: sizes[0], channels: sizes[1], pixels: pixels, width: vectors.width)
  }
}

extension StepRun {
  /// The memory of an operand in blocks.
  @inline(__always)
  func blocked(_ index: Int, _ operand: Operand) -> BlockedTensor {
    BlockedTensor(start: floats(index) + operand.offset, imageStride: operand.imageStride)
  }
}

extension Lowering {
  /// Emits a function of each element of one tensor or two, in blocks of channels.
  mutating func emitBlocks(
    _ name: String, _ path: String, _ input: Operand, _ other: Operand? = nil, into output: Operand,
    _ kernel: @escaping Kernel<BlockedElementsArguments>, _ activation: FusedActivation = .none
  ) {
    let sizes = output.blockedSizes(kernels.vectors)
    let reads = [input] + (other.map { [$0] } ?? [])
    // A slice cannot take another tensor's memory, nor be taken.
    let reuse = reads.indices.filter { reads[$0].sizes == output.sizes && reads[$0].isWhole && output.isWhole }
    emit(
      Step(
        kernel: name, path: path, reads: reads.map(\.buffer), writes: [output.buffer],
        reuse: reuse.map { .init(write: 0, read: $0) }, units: sizes.units
      ) { run in
        kernel(
          BlockedElementsArguments(
            sizes: sizes, input: run.blocked(0, input), other: other.map { run.blocked(1, $0) },
            output: run.blocked(reads.count, output), activation: activation), run.units)
      })
  }

  /// Emits the preparation of a factor and a summand for every channel, and returns where they are.
  mutating func emitFactors(
    _ site: LoweringSite, _ sizes: BlockedSizes, _ read: [BufferID],
    _ normalization: @escaping @Sendable (borrowing StepRun) -> ChannelNormalization
  ) -> BufferID {
    let factors = makeBuffer(site.path + " factors", byteCount: 8 * sizes.blocks * sizes.width, storage: .prepared)
    let kernel = kernels.blocked.normalizationFactors
    emit(
      Step(
        kernel: "write factors", path: site.path, reads: read, writes: [factors], units: 1, isPreparation: true
      ) { run in
        kernel(
          NormalizationFactorArguments(
            channels: sizes.channels, width: sizes.width, normalization: normalization(run),
            factors: run.floats(read.count)), run.units)
      })
    return factors
  }
}

extension Operand {
  /// Whether it is a whole buffer.
  var isWhole: Bool { offset == 0 && sliceStride == nil }
}
