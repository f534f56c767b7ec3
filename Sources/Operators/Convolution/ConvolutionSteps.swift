import KernelInterface

/// Emits the steps of a convolution with one geometry, in both directions, and of its gradients.
struct ConvolutionSteps {
  let path: String
  let geometry: ConvolutionGeometry

  /// Filters of a channel up to which computing each plane by itself is faster than a matrix product.
  private static let directFilters = 4

  private func isDirect(_ direction: ConvolutionDirection) -> Bool {
    let filters = geometry.outputChannelsPerGroup
    return geometry.isDepthwise && filters <= (direction == .forward ? Self.directFilters : 1)
  }

  /// Computes the result of a direction from its source.
  func convolve(
    _ direction: ConvolutionDirection, _ kernel: String, source: BufferID, weights: BufferID, bias: BufferID?,
    result: BufferID, in lowering: inout Lowering
  ) {
    if isDirect(direction) {
      convolveDirectly(direction, kernel, source: source, weights: weights, bias: bias, result: result, in: &lowering)
      return
    }
    let packed = packWeights(weights, for: direction, in: &lowering)
    let (geometry, blocking) = (geometry, ConvolutionBlocking(geometry, direction, threads: lowering.threads))
    let convolve = lowering.kernels.convolution.convolve
    let hasBias = bias != nil
    let reads = [source, packed] + (bias.map { [$0] } ?? [])
    let written = reads.count
    lowering.emit(
      Step(
        kernel: kernel, path: path, reads: reads, writes: [result], units: blocking.units,
        multiplyAccumulates: geometry.multiplyAccumulates, scratchBytes: blocking.scratchBytes
      ) { run in
        convolve(
          ConvolutionArguments(
            geometry: geometry, direction: direction, blocking: blocking, source: run.floats(0),
            weights: run.floats(1), bias: hasBias ? UnsafePointer(run.floats(2)) : nil,
            destination: run.floats(written), scratch: run.scratch),
          run.units)
      })
  }

  private func convolveDirectly(
    _ direction: ConvolutionDirection, _ kernel: String, source: BufferID, weights: BufferID, bias: BufferID?,
    result: BufferID, in lowering: inout Lowering
  ) {
    let geometry = geometry
    let blocking = ConvolutionBlocking(geometry, direction, threads: lowering.threads, isDepthwise: true)
    let depthwise = lowering.kernels.convolution.depthwise
    let reads = [source, weights] + (bias.map { [$0] } ?? [])
    let hasBias = bias != nil
    lowering.emit(
      Step(
        kernel: "depthwise " + kernel, path: path, reads: reads, writes: [result], units: blocking.units,
        multiplyAccumulates: geometry.multiplyAccumulates, scratchBytes: blocking.scratchBytes
      ) { run in
        depthwise(
          ConvolutionArguments(
            geometry: geometry, direction: direction, blocking: blocking, source: run.floats(0),
            weights: run.floats(1), bias: hasBias ? UnsafePointer(run.floats(2)) : nil,
            destination: run.floats(hasBias ? 3 : 2), scratch: run.scratch),
          run.units)
      })
  }

  /// Brings weights into the order of a direction once for all runs.
  private func packWeights(
    _ weights: BufferID, for direction: ConvolutionDirection, in lowering: inout Lowering
  ) -> BufferID {
    let geometry = geometry
    let packed = lowering.makeBuffer(path + " packed", byteCount: geometry.weightCount * 4, storage: .prepared)
    let pack = lowering.kernels.convolution.packWeights
    lowering.emit(
      Step(
        kernel: "pack weights", path: path, reads: [weights], writes: [packed],
        units: ConvolutionWeightArguments.units(geometry, direction), isPreparation: true
      ) { run in
        pack(
          ConvolutionWeightArguments(
            geometry: geometry, direction: direction, weights: run.floats(0), packed: run.floats(1)),
          run.units)
      })
    return packed
  }

  /// Computes the gradient by the weights from x and the gradient by y.
  func weightGradient(input: BufferID, upstream: BufferID, gradient: BufferID, in lowering: inout Lowering) {
    let geometry = geometry
    let isDirect = isDirect(.forward)
    let read = isDirect ? upstream : packUpstream(upstream, in: &lowering)
    let kernels = lowering.kernels.convolution
    let kernel = isDirect ? kernels.depthwiseWeightGradient : kernels.weightGradient
    lowering.emit(
      Step(
        kernel: (isDirect ? "depthwise " : "") + "convolution weight gradient", path: path, reads: [input, read],
        writes: [gradient],
        units: isDirect ? geometry.outputChannels : ConvolutionWeightGradientArguments.units(geometry),
        multiplyAccumulates: geometry.multiplyAccumulates,
        scratchBytes: isDirect
          ? ConvolutionWeightGradientArguments.depthwiseScratchBytes(geometry)
          : ConvolutionWeightGradientArguments.scratchBytes(geometry)
      ) { run in
        kernel(
          ConvolutionWeightGradientArguments(
            geometry: geometry, input: run.floats(0), upstream: run.floats(1), gradient: run.floats(2),
            scratch: run.scratch),
          run.units)
      })
  }

  private func packUpstream(_ upstream: BufferID, in lowering: inout Lowering) -> BufferID {
    let geometry = geometry
    let packed = lowering.makeTemporary(
      path + " packed gradient", sizes: [ConvolutionUpstreamArguments.packedCount(geometry)])
    let pack = lowering.kernels.convolution.packUpstream
    lowering.emit(
      Step(
        kernel: "pack gradient", path: path, reads: [upstream], writes: [packed.buffer],
        units: ConvolutionUpstreamArguments.units(geometry)
      ) { run in
        pack(
          ConvolutionUpstreamArguments(geometry: geometry, upstream: run.floats(0), packed: run.floats(1)), run.units)
      })
    return packed.buffer
  }
}

extension Lowering {
  /// Sums a gradient `[batch, channels, pixels]` over batch and pixels: the gradient by a bias.
  mutating func emitBiasGradient(
    path: String, batch: Int, channels: Int, pixels: Int, upstream: BufferID, gradient: BufferID
  ) {
    let channelSum = kernels.convolution.channelSum
    emit(
      Step(
        kernel: "bias gradient", path: path, reads: [upstream], writes: [gradient],
        units: channels.groups(of: ChannelSumArguments.channelsPerUnit)
      ) { run in
        channelSum(
          ChannelSumArguments(
            batch: batch, channels: channels, pixels: pixels, input: run.floats(0), sums: run.floats(1)),
          run.units)
      })
  }
}
