import KernelInterface
import TestSupport
import Testing

@Suite struct PointwiseDepthwiseTests {
  private typealias Axis = ConvolutionGeometry.Axis

  /// Channels of the input and between both convolutions, and the axes of the depthwise one.
  private static let cases: [(batch: Int, inputs: Int, channels: Int, axes: [Axis])] = [
    (1, 24, 40, [axis(12, 3, pad: 1), axis(9, 3, pad: 1)]),
    (2, 16, 17, [axis(9, 3, stride: 2, pad: 1), axis(14, 3, stride: 2, pad: 1)]),
    (1, 40, 96, [axis(7, 5, pad: 2), axis(8, 5, pad: 2)]),
    (1, 9, 33, [axis(11, 3, dilation: 2, pad: 2), axis(10, 3, pad: 1)]),
    // Rows that no window reads, and a border on one side alone.
    (1, 20, 24, [axis(8, 2, stride: 3, pad: 1), axis(10, 3, stride: 4, pad: 1)]),
    // Several passes over channels.
    (1, 300, 24, [axis(6, 3, pad: 1), axis(5, 3, pad: 1)]),
    (1, 280, 24, [axis(6, 3, pad: 1), axis(5, 3, pad: 1)]),
    // Panels that threads share evenly.
    (1, 24, 144, [axis(14, 3, pad: 1), axis(14, 3, pad: 1)]),
    // Several bands.
    (1, 64, 48, [axis(80, 3, pad: 1), axis(64, 3, pad: 1)]),
    (1, 16, 32, [axis(90, 3, stride: 2, pad: 1), axis(70, 3, stride: 2, pad: 1)]),
    // One axis.
    (2, 16, 24, [axis(50, 3, pad: 1)]),
  ]

  private static func axis(_ input: Int, _ kernel: Int, stride: Int = 1, dilation: Int = 1, pad: Int = 0) -> Axis {
    let output = (input + 2 * pad - dilation * (kernel - 1) - 1) / stride + 1
    return Axis(input: input, output: output, kernel: kernel, stride: stride, dilation: dilation, padBegin: pad)
  }

  @Test("both convolutions as one give the numbers of one after the other", arguments: KernelRun.levels)
  func together(_ level: KernelLevel) throws {
    var numbers = SeededNumbers(seed: 31)
    for (batch, inputs, channels, axes) in Self.cases {
      let cells = axes.map { Axis(input: $0.input, output: $0.input, kernel: 1) }
      let geometries = (
        ConvolutionGeometry(batch: batch, inputChannels: inputs, outputChannels: channels, axes: cells),
        ConvolutionGeometry(
          batch: batch, groups: channels, inputChannels: channels, outputChannels: channels, axes: axes)
      )
      var pair = ConvolutionPair(table: KernelRun.table(of: level), geometries)
      pair.first.source = numbers.floats(batch * inputs * pair.first.sourcePixels)
      pair.first.weights = numbers.floats(geometries.0.weightCount)
      pair.first.bias = numbers.floats(channels)
      pair.first.activation = .clamp(low: 0, high: 6)
      pair.second.weights = numbers.floats(geometries.1.weightCount)
      pair.second.bias = numbers.floats(channels)
      pair.second.activation = .silu
      let expected = pair.resultOneByOne
      for threads in [1, 2, 3] {
        for way in 0..<3 {
          let found = try #require(pair.result(threads: threads) { KernelRun.shares($0)[way] })
          KernelRun.expectSame(found, expected, "\(level) \(geometries.1), \(threads) threads")
        }
      }
      var reference = pair
      reference.table = KernelRun.reference
      let plain = try #require(reference.result(threads: 2) { [0..<$0] })
      KernelRun.expectClose(expected, plain, "\(level) \(geometries.1)", within: 2e-5)
    }
  }

  @Test("NaN reaches what reads it", arguments: KernelRun.levels)
  func poisoned(_ level: KernelLevel) throws {
    var numbers = SeededNumbers(seed: 32)
    let axes = [Self.axis(12, 3, pad: 1), Self.axis(9, 3, stride: 2, pad: 1)]
    let cells = axes.map { Axis(input: $0.input, output: $0.input, kernel: 1) }
    let geometries = (
      ConvolutionGeometry(batch: 1, inputChannels: 24, outputChannels: 20, axes: cells),
      ConvolutionGeometry(batch: 1, groups: 20, inputChannels: 20, outputChannels: 20, axes: axes)
    )
    var pair = ConvolutionPair(table: KernelRun.table(of: level), geometries)
    pair.first.source = numbers.floats(24 * 12 * 9)
    pair.first.source[50] = .nan
    pair.first.weights = numbers.floats(geometries.0.weightCount)
    pair.second.weights = numbers.floats(geometries.1.weightCount)
    let found = try #require(pair.result(threads: 2) { [0..<$0] })
    #expect(found.contains { $0.isNaN } && found.contains { !$0.isNaN })
    KernelRun.expectClose(found, pair.resultOneByOne, "\(level)", within: 0)
  }

  @Test("rows are not made twice where that costs more than it saves, nor without a border")
  func rejected() {
    func blocking(_ inputs: Int, _ axis: Axis) -> PointwiseDepthwiseBlocking? {
      PointwiseDepthwiseBlocking(
        pointwise: ConvolutionGeometry(
          batch: 1, inputChannels: inputs, outputChannels: 64,
          axes: [Axis(input: axis.input, output: axis.input, kernel: 1), .init(input: 56, output: 56, kernel: 1)]),
        depthwise: ConvolutionGeometry(
          batch: 1, groups: 64, inputChannels: 64, outputChannels: 64,
          axes: [axis, Self.axis(56, axis.kernel, pad: axis.padBegin)]),
        vectors: KernelRun.reference.vectors, threads: 2)
    }
    #expect(blocking(24, Self.axis(56, 3, pad: 1)) != nil)
    #expect(blocking(1024, Self.axis(56, 3, pad: 1)) == nil)
    #expect(blocking(24, Self.axis(56, 3)) == nil)
    #expect(blocking(24, Self.axis(56, 1)) == nil)
  }
}

/// A pointwise convolution and a depthwise one that reads its result.
private struct ConvolutionPair {
  var first: BlockedConvolutionRun
  var second: BlockedConvolutionRun
  var table: KernelTable

  init(table: KernelTable, _ geometries: (ConvolutionGeometry, ConvolutionGeometry)) {
    self.table = table
    first = BlockedConvolutionRun(table: table, geometry: geometries.0, direction: .forward)
    second = BlockedConvolutionRun(table: table, geometry: geometries.1, direction: .forward)
  }

  /// The result of one convolution after the other.
  var resultOneByOne: [Float] {
    var second = second
    second.source = first.result(.windows(.blocked))
    return second.result(.windows(.channelwise))
  }

  /// The result of both as one; nil where they cannot be computed so.
  func result(threads: Int, _ shares: (Int) -> [Range<Int>]) -> [Float]? {
    guard
      let blocking = PointwiseDepthwiseBlocking(
        pointwise: first.geometry, depthwise: second.geometry, vectors: table.vectors, threads: threads)
    else { return nil }
    let (first, second) = (with(table, threads, first), with(table, threads, second))
    let weights = [first.packed(.windows(.blocked), shares), second.packed(.windows(.channelwise), shares)]
    let source = first.blocked(first.source, first.sourceChannels, first.sourcePixels)
    let sizes = second.sizes(second.resultChannels, second.resultPixels)
    let stride = sizes.blocks * sizes.width * sizes.pixels
    let result = second.filled(sizes.batch * stride) { result in
      source.withUnsafeBufferPointer { source in
        weights[0].withUnsafeBufferPointer { pointwise in
          weights[1].withUnsafeBufferPointer { depthwise in
            let operands = BlockedOperands(
              source: source.baseAddress!, sourceStride: source.count / sizes.batch, weights: depthwise.baseAddress!,
              result: result, resultStride: stride, finish: Finish(activation: second.activation))
            KernelRun.run(shares(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
              table.blocked.convolvePointwiseDepthwise(
                PointwiseDepthwiseArguments(
                  blocking: blocking, operands: operands, pointwiseWeights: pointwise.baseAddress!,
                  pointwiseActivation: first.activation, scratch: scratch), units)
            }
          }
        }
      }
    }
    return second.plain(result, second.resultChannels, second.resultPixels)
  }

  private func with(_ table: KernelTable, _ threads: Int, _ run: BlockedConvolutionRun) -> BlockedConvolutionRun {
    var copy = BlockedConvolutionRun(
      table: table, geometry: run.geometry, direction: .forward, source: run.source, weights: run.weights,
      bias: run.bias)
    copy.activation = run.activation
    copy.threads = threads
    copy.sharesEvenly = true
    return copy
  }
}
