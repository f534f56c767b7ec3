import KernelInterface

extension FusedConvolution {
  package func lower(_ site: LoweringSite, in lowering: inout Lowering) { lowerBlocked(site, in: &lowering) }

  package func lowerBlocked(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernels = lowering.kernels.blocked
    let threads = lowering.threads
    var algorithm = ConvolutionAlgorithm(self, vectors: lowering.kernels.vectors, threads: threads)
    if let pool {
      guard let pooled = algorithm.pooled(pool, threads: threads) else {
        preconditionFailure("only pools that convolutions can compute are joined with them")
      }
      algorithm = pooled
    }
    precondition(algorithm.agrees(with: self), "only windows bring plain tensors into blocks and back, without a sum")
    switch algorithm {
    case .winograd(let blocking):
      let packed = pack(
        site.parameters[...], site.path, count: blocking.packedWeightCount + blocking.packedBiasCount,
        units: blocking.panels, in: &lowering
      ) { weights, packed, units in
        kernels.packWinograd(WinogradWeightArguments(blocking: blocking, weights: weights, packed: packed), units)
      }
      let (pool, side) = (pool, blocking.tile.outputs)
      emit(
        "winograd convolution \(side)x\(side)" + (pool == nil ? "" : " and max pool"), site, packed,
        units: blocking.units, scratchBytes: blocking.scratchBytes, in: &lowering
      ) { operands, scratch, units in
        kernels.convolveWinograd(
          WinogradArguments(blocking: blocking, pool: pool, operands: operands, scratch: scratch), units)
      }
    case .pooledWindows(let blocking):
      let packed = packWindows(blocking.convolution, site.parameters[...], site.path, in: &lowering)
      emit(
        "convolution and max pool", site, packed, units: blocking.units, scratchBytes: blocking.scratchBytes,
        in: &lowering
      ) { operands, scratch, units in
        kernels.convolvePooled(
          PooledConvolutionArguments(blocking: blocking, operands: operands, scratch: scratch), units)
      }
    case .windows(let blocking):
      let isChannelwise = blocking.kind == .channelwise
      let name = isChannelwise ? "depthwise convolution" : "convolution" + (blocking.loading == .taps ? " by taps" : "")
      let packed = packWindows(blocking, site.parameters[...], site.path, in: &lowering)
      let convolve = isChannelwise ? kernels.convolveChannels : kernels.convolveWindows
      emit(
        name, site, packed, units: blocking.units, scratchBytes: blocking.scratchBytes, in: &lowering
      ) { operands, scratch, units in
        convolve(WindowArguments(blocking: blocking, operands: operands, scratch: scratch), units)
      }
    }
  }

  /// Emits the preparation of the weights for windows, and returns where they are.
  func packWindows(
    _ blocking: WindowBlocking, _ parameters: ArraySlice<Operand>, _ path: String, in lowering: inout Lowering
  ) -> BufferID {
    let kernels = lowering.kernels.blocked
    let kernel = blocking.kind == .channelwise ? kernels.packChannels : kernels.packWindows
    return pack(
      parameters, path, count: blocking.packedWeightCount + blocking.packedBiasCount,
      units: WindowWeightArguments.units(blocking), in: &lowering
    ) { weights, packed, units in
      kernel(WindowWeightArguments(blocking: blocking, weights: weights, packed: packed), units)
    }
  }

  /// Emits the preparation of the weights, with the normalization folded in.
  private func pack(
    _ parameters: ArraySlice<Operand>, _ path: String, count: Int, units: Int, in lowering: inout Lowering,
    _ body: @escaping @Sendable (FoldedWeights, UnsafeMutablePointer<Float>, Range<Int>) -> Void
  ) -> BufferID {
    let packed = lowering.makeBuffer(path + " packed", byteCount: count * 4, storage: .prepared)
    let (hasBias, normalization) = (hasBias, normalization)
    let statistics = hasBias ? 2 : 1
    let read = parameters.prefix(statistics + (normalization?.readCount ?? 0)).map(\.buffer)
    lowering.emit(
      Step(
        kernel: "pack weights", path: path, reads: read, writes: [packed], units: units, isPreparation: true
      ) { run in
        body(
          FoldedWeights(
            weights: UnsafePointer(run.floats(0)), bias: hasBias ? UnsafePointer(run.floats(1)) : nil,
            normalization: normalization?.statistics(run, from: statistics)),
          run.floats(read.count), run.units)
      })
    return packed
  }

  private func emit(
    _ kernel: String, _ site: LoweringSite, _ packed: BufferID, units: Int, scratchBytes: Int,
    in lowering: inout Lowering,
    _ body: @escaping @Sendable (BlockedOperands, UnsafeMutableRawPointer, Range<Int>) -> Void
  ) {
    let (input, output) = (site.inputs[0], site.outputs[0])
    let addend = adds ? site.inputs[1] : nil
    let activation = activation
    let reads = [input.buffer, packed] + (addend.map { [$0.buffer] } ?? [])
    let takesAddend = addend.map { $0.isWhole && output.isWhole && $0.buffer != input.buffer } ?? false
    lowering.emit(
      Step(
        kernel: kernel, path: site.path, reads: reads, writes: [output.buffer],
        reuse: takesAddend ? [.init(write: 0, read: 2)] : [], units: units,
        multiplyAccumulates: geometry.multiplyAccumulates, scratchBytes: scratchBytes
      ) { run in
        let finish = Finish(
          addend: addend.map { UnsafePointer(run.floats(2) + $0.offset) }, addendStride: addend?.imageStride ?? 0,
          activation: activation)
        body(
          BlockedOperands(
            source: UnsafePointer(run.floats(0) + input.offset), sourceStride: input.imageStride,
            weights: UnsafePointer(run.floats(1)), result: run.floats(reads.count) + output.offset,
            resultStride: output.imageStride, finish: finish),
          run.scratch, run.units)
      })
  }
}
