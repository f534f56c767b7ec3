import KernelInterface
import TestSupport
import Testing

@Suite struct ConvolutionKernelsTests {
  /// Runs a convolution of a level the way plans do: weights first.
  private func convolve(
    _ kernels: ConvolutionKernels, _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection,
    source: UnsafePointer<Float>, weights: [Float], bias: [Float]?, threads: Int = 1, share: (Int) -> [Range<Int>]
  ) -> [Float] {
    let blocking = ConvolutionBlocking(geometry, direction, threads: threads)
    let forward = direction == .forward
    let count =
      geometry.batch
      * (forward ? geometry.outputChannels * geometry.outputPixels : geometry.inputChannels * geometry.inputPixels)
    var packed = [Float](repeating: .nan, count: geometry.weightCount)
    packed.withUnsafeMutableBufferPointer { packed in
      KernelRun.run(share(ConvolutionWeightArguments.units(geometry, direction))) { _, units in
        kernels.packWeights(
          ConvolutionWeightArguments(
            geometry: geometry, direction: direction, weights: weights, packed: packed.baseAddress!), units)
      }
    }
    var result = [Float](repeating: .nan, count: count)
    result.withUnsafeMutableBufferPointer { result in
      KernelRun.run(share(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
        var arguments = ConvolutionArguments(
          geometry: geometry, direction: direction, blocking: blocking, source: source, weights: packed, bias: nil,
          destination: result.baseAddress!, scratch: scratch)
        if let bias {
          bias.withUnsafeBufferPointer { bias in
            arguments.bias = bias.baseAddress
            kernels.convolve(arguments, units)
          }
        } else {
          kernels.convolve(arguments, units)
        }
      }
    }
    return result
  }

  private func check(_ direction: ConvolutionDirection, _ level: KernelLevel, poisoned: Bool = false) {
    let kernels = KernelRun.table(of: level).convolution
    var numbers = SeededNumbers(seed: 7)
    for geometry in ConvolutionCases.dense + ConvolutionCases.depthwise {
      let forward = direction == .forward
      var source = numbers.floats(
        geometry.batch
          * (forward ? geometry.inputChannels * geometry.inputPixels : geometry.outputChannels * geometry.outputPixels))
      if poisoned { source[source.count / 2] = .nan }
      let weights = numbers.floats(geometry.weightCount)
      let bias = numbers.floats(forward ? geometry.outputChannels : geometry.inputChannels)
      for bias in [nil, bias] {
        let expected = convolve(
          KernelRun.reference.convolution, geometry, direction, source: source, weights: weights, bias: bias
        ) { [0..<$0] }
        for fence in [Fence.start, .end] {
          let found = KernelRun.fenced(source, at: fence) { source in
            convolve(kernels, geometry, direction, source: source, weights: weights, bias: bias) { [0..<$0] }
          }
          KernelRun.expectClose(found, expected, "\(level) \(direction) \(geometry)")
        }
      }
    }
  }

  @Test("a convolution equals the plain sums", arguments: KernelRun.levels)
  func forward(_ level: KernelLevel) { check(.forward, level) }

  @Test("a transposed convolution equals the plain sums", arguments: KernelRun.levels)
  func transposed(_ level: KernelLevel) { check(.transposed, level) }

  @Test("NaN reaches exactly the outputs that read it", arguments: KernelRun.levels)
  func poisoned(_ level: KernelLevel) {
    check(.forward, level, poisoned: true)
    check(.transposed, level, poisoned: true)
  }

  @Test("a convolution does not depend on how its units are shared", arguments: KernelRun.levels + [.reference])
  func shared(_ level: KernelLevel) {
    let kernels = KernelRun.table(of: level).convolution
    var numbers = SeededNumbers(seed: 8)
    for geometry in ConvolutionCases.dense {
      for direction in [ConvolutionDirection.forward, .transposed] {
        let source = numbers.floats(
          geometry.batch
            * max(
              geometry.inputChannels * geometry.inputPixels, geometry.outputChannels * geometry.outputPixels))
        let weights = numbers.floats(geometry.weightCount)
        let results = (0..<3).map { way in
          convolve(
            kernels, geometry, direction, source: source, weights: weights, bias: nil, threads: [1, 2, 16][way]
          ) {
            KernelRun.shares($0)[way]
          }
        }
        #expect(results[0] == results[1] && results[0] == results[2], "\(level) \(direction) \(geometry)")
      }
    }
  }

  @Test("a band stays in the cache, with few results and with one long row too")
  func bandSizes() {
    for geometry in [
      ConvolutionCases.geometry(1, 1024, 10, ConvolutionCases.axis(484, 1)),
      ConvolutionCases.geometry(1, 500, 4, ConvolutionCases.axis(400, 3, begin: 1, end: 1)),
      ConvolutionCases.geometry(1, 200, 8, ConvolutionCases.axis(8, 5), ConvolutionCases.axis(8, 5)),
    ] {
      for direction in [ConvolutionDirection.forward, .transposed] {
        #expect(ConvolutionBlocking(geometry, direction, threads: 2).bandFloats <= 160 << 10, "\(geometry)")
      }
    }
  }

  @Test("tables of places stay small, however many phases there are")
  func manyPhases() {
    let axis = ConvolutionCases.axis(1000, 1, stride: 1000)
    let geometry = ConvolutionCases.geometry(1, 3, 300, axis, axis)
    #expect(ConvolutionBlocking(geometry, .transposed, threads: 2).scratchBytes <= 1 << 20)
  }

  private func weightGradient(
    _ kernels: ConvolutionKernels, _ geometry: ConvolutionGeometry, input: [Float], upstream: [Float],
    share: (Int) -> [Range<Int>]
  ) -> [Float] {
    var packed = [Float](repeating: .nan, count: ConvolutionUpstreamArguments.packedCount(geometry))
    packed.withUnsafeMutableBufferPointer { packed in
      KernelRun.run(share(ConvolutionUpstreamArguments.units(geometry))) { _, units in
        kernels.packUpstream(
          ConvolutionUpstreamArguments(geometry: geometry, upstream: upstream, packed: packed.baseAddress!), units)
      }
    }
    var gradient = [Float](repeating: .nan, count: geometry.weightCount)
    gradient.withUnsafeMutableBufferPointer { gradient in
      KernelRun.run(
        share(ConvolutionWeightGradientArguments.units(geometry)),
        scratchBytes: ConvolutionWeightGradientArguments.scratchBytes(geometry)
      ) { scratch, units in
        kernels.weightGradient(
          ConvolutionWeightGradientArguments(
            geometry: geometry, input: input, upstream: packed, gradient: gradient.baseAddress!, scratch: scratch),
          units)
      }
    }
    return gradient
  }

  @Test("the gradient by the weights equals the plain sums, however it is shared", arguments: KernelRun.levels)
  func weightGradients(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 9)
    for geometry in ConvolutionCases.dense {
      let input = numbers.floats(geometry.batch * geometry.inputChannels * geometry.inputPixels)
      let upstream = numbers.floats(geometry.batch * geometry.outputChannels * geometry.outputPixels)
      let expected = weightGradient(KernelRun.reference.convolution, geometry, input: input, upstream: upstream) {
        [0..<$0]
      }
      let results = (0..<3).map { way in
        weightGradient(KernelRun.table(of: level).convolution, geometry, input: input, upstream: upstream) {
          KernelRun.shares($0)[way]
        }
      }
      KernelRun.expectClose(results[0], expected, "\(level) \(geometry)")
      #expect(results[0] == results[1] && results[0] == results[2], "\(level) \(geometry)")
    }
  }

  @Test("channels sum to what plain loops sum", arguments: KernelRun.levels)
  func channelSums(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 10)
    for (batch, channels, pixels) in [(1, 1, 1), (2, 17, 33), (3, 16, 15), (4, 40, 1), (1, 33, 64)] {
      let input = numbers.floats(batch * channels * pixels)
      func sums(_ kernels: ConvolutionKernels, _ shares: [Range<Int>]) -> [Float] {
        var sums = [Float](repeating: .nan, count: channels)
        sums.withUnsafeMutableBufferPointer { sums in
          KernelRun.run(shares) { _, units in
            kernels.channelSum(
              ChannelSumArguments(
                batch: batch, channels: channels, pixels: pixels, input: input, sums: sums.baseAddress!), units)
          }
        }
        return sums
      }
      let units = channels.groups(of: ChannelSumArguments.channelsPerUnit)
      let kernels = KernelRun.table(of: level).convolution
      KernelRun.expectClose(sums(kernels, [0..<units]), sums(KernelRun.reference.convolution, [0..<units]), "\(level)")
      for shares in KernelRun.shares(units) { #expect(sums(kernels, shares) == sums(kernels, [0..<units])) }
    }
  }
}
