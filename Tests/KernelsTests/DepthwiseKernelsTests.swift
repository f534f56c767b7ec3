import KernelInterface
import TestSupport
import Testing

@Suite struct DepthwiseKernelsTests {
  private func depthwise(
    _ kernels: ConvolutionKernels, _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection,
    source: UnsafePointer<Float>, weights: [Float], bias: [Float], threads: Int = 1, _ shares: (Int) -> [Range<Int>]
  ) -> [Float] {
    let blocking = ConvolutionBlocking(geometry, direction, threads: threads, isDepthwise: true)
    let forward = direction == .forward
    let pixels = forward ? geometry.outputPixels : geometry.inputPixels
    var result = [Float](
      repeating: .nan, count: geometry.batch * (forward ? geometry.outputChannels : geometry.inputChannels) * pixels)
    result.withUnsafeMutableBufferPointer { result in
      KernelRun.run(shares(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
        kernels.depthwise(
          ConvolutionArguments(
            geometry: geometry, direction: direction, blocking: blocking, source: source, weights: weights,
            bias: bias, destination: result.baseAddress!, scratch: scratch), units)
      }
    }
    return result
  }

  @Test("a depthwise convolution equals the plain sums, however it is shared", arguments: KernelRun.levels)
  func forwardAndTransposed(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 11)
    let kernels = KernelRun.table(of: level).convolution
    for geometry in ConvolutionCases.depthwise {
      for direction in [ConvolutionDirection.forward, .transposed] {
        if direction == .transposed, geometry.outputChannelsPerGroup > 1 { continue }
        for poisoned in [false, true] {
          var source = numbers.floats(
            geometry.batch
              * (direction == .forward
                ? geometry.inputChannels * geometry.inputPixels : geometry.outputChannels * geometry.outputPixels))
          if poisoned { source[source.count / 2] = .nan }
          let weights = numbers.floats(geometry.weightCount)
          let bias = numbers.floats(geometry.outputChannels)
          let expected = depthwise(
            KernelRun.reference.convolution, geometry, direction, source: source, weights: weights, bias: bias
          ) { [0..<$0] }
          let results = (0..<3).map { way in
            KernelRun.fenced(source, at: way == 0 ? .start : .end) { source in
              depthwise(
                kernels, geometry, direction, source: source, weights: weights, bias: bias, threads: [1, 2, 16][way]
              ) {
                KernelRun.shares($0)[way]
              }
            }
          }
          KernelRun.expectClose(results[0], expected, "\(level) \(direction) \(geometry)")
          if !poisoned { #expect(results[0] == results[1] && results[0] == results[2]) }
        }
      }
    }
  }

  private func gradient(
    _ kernels: ConvolutionKernels, _ geometry: ConvolutionGeometry, input: UnsafePointer<Float>, upstream: [Float],
    _ shares: [Range<Int>]
  ) -> [Float] {
    var gradient = [Float](repeating: .nan, count: geometry.weightCount)
    let scratchBytes = ConvolutionWeightGradientArguments.depthwiseScratchBytes(geometry)
    gradient.withUnsafeMutableBufferPointer { gradient in
      KernelRun.run(shares, scratchBytes: scratchBytes) { scratch, units in
        kernels.depthwiseWeightGradient(
          ConvolutionWeightGradientArguments(
            geometry: geometry, input: input, upstream: upstream, gradient: gradient.baseAddress!, scratch: scratch),
          units)
      }
    }
    return gradient
  }

  @Test("the gradient by depthwise weights equals the plain sums", arguments: KernelRun.levels)
  func weightGradients(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 12)
    let kernels = KernelRun.table(of: level).convolution
    for geometry in ConvolutionCases.depthwise {
      let input = numbers.floats(geometry.batch * geometry.inputChannels * geometry.inputPixels)
      let upstream = numbers.floats(geometry.batch * geometry.outputChannels * geometry.outputPixels)
      let all = [0..<geometry.outputChannels]
      let expected = gradient(KernelRun.reference.convolution, geometry, input: input, upstream: upstream, all)
      let found = gradient(kernels, geometry, input: input, upstream: upstream, all)
      KernelRun.expectClose(found, expected, "\(level) \(geometry)")
      for (shares, fence) in zip(KernelRun.shares(geometry.outputChannels), [Fence.start, .end, .start]) {
        KernelRun.fenced(input, at: fence) { input in
          #expect(gradient(kernels, geometry, input: input, upstream: upstream, shares) == found)
        }
      }
    }
  }
}
