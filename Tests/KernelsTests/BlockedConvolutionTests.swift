import KernelInterface
import TestSupport
import Testing

@Suite struct BlockedConvolutionTests {
  private typealias Axis = ConvolutionGeometry.Axis

  /// Geometries with whole blocks in each group, several panels, several passes, and planes of many tiles.
  private static let large: [ConvolutionGeometry] = [
    ConvolutionCases.geometry(
      1, 32, 32, groups: 2, ConvolutionCases.axis(9, 3, begin: 1, end: 1), ConvolutionCases.axis(10, 3, stride: 2)),
    ConvolutionCases.geometry(
      2, 40, 72, ConvolutionCases.axis(13, 3, begin: 1, end: 1), ConvolutionCases.axis(11, 3, begin: 1, end: 1)),
    ConvolutionCases.geometry(1, 72, 104, ConvolutionCases.axis(31, 1), ConvolutionCases.axis(19, 1)),
    ConvolutionCases.geometry(
      2, 321, 40, ConvolutionCases.axis(9, 1, stride: 2), ConvolutionCases.axis(7, 1, stride: 2)),
    // Taps that reach over the border for most positions, or for all, of several passes.
    ConvolutionCases.geometry(
      2, 300, 40, ConvolutionCases.axis(13, 3, dilation: 12, begin: 12, end: 12),
      ConvolutionCases.axis(9, 2, dilation: 7, begin: 3, end: 4)),
    ConvolutionCases.geometry(
      1, 32, 96, groups: 2, ConvolutionCases.axis(5, 3, stride: 2, dilation: 6, begin: 6, end: 6),
      ConvolutionCases.axis(11, 3, stride: 3, dilation: 4, begin: 5, end: 3)),
    // Whole rows, in bands that lie outside of the source by their first depth tap.
    ConvolutionCases.geometry(
      1, 40, 24, ConvolutionCases.axis(4, 3, begin: 1, end: 1), ConvolutionCases.axis(40, 1),
      ConvolutionCases.axis(56, 1)),
    // One position, of which backwards each place reads one tap or none.
    ConvolutionCases.geometry(2, 40, 24, ConvolutionCases.axis(4, 4), ConvolutionCases.axis(4, 4)),
    ConvolutionCases.geometry(
      1, 20, 40, ConvolutionCases.axis(7, 3, stride: 4, dilation: 2), ConvolutionCases.axis(11, 3, begin: 1, end: 1)),
    // Blocks of sixteen and of eight whose last one is half full, in several passes.
    ConvolutionCases.geometry(1, 280, 40, ConvolutionCases.axis(9, 1), ConvolutionCases.axis(7, 1)),
    ConvolutionCases.geometry(
      2, 268, 24, ConvolutionCases.axis(9, 1, stride: 2), ConvolutionCases.axis(7, 1, stride: 2)),
    ConvolutionCases.geometry(
      1, 72, 24, ConvolutionCases.axis(13, 3, dilation: 2, begin: 2, end: 2),
      ConvolutionCases.axis(10, 3, dilation: 3, begin: 3, end: 3)),
    ConvolutionCases.geometry(
      1, 12, 24, ConvolutionCases.axis(4, 3, begin: 1, end: 1), ConvolutionCases.axis(9, 3, begin: 1, end: 1),
      ConvolutionCases.axis(8, 3, begin: 1, end: 1)),
    ConvolutionCases.geometry(
      2, 40, 72, ConvolutionCases.axis(37, 3, stride: 2, begin: 1, end: 1),
      ConvolutionCases.axis(26, 3, stride: 2, begin: 1, end: 0)),
    ConvolutionCases.geometry(
      1, 12, 24, ConvolutionCases.axis(4, 3, begin: 1, end: 1),
      ConvolutionCases.axis(9, 3, stride: 2, begin: 0, end: 1),
      ConvolutionCases.axis(12, 3, stride: 2, begin: 1, end: 1)),
    // Read backwards, tiles of four and of three taps: whole ones, cut ones, and those of one cell.
    ConvolutionCases.geometry(
      2, 72, 40, ConvolutionCases.axis(32, 4, stride: 2, begin: 1, end: 1),
      ConvolutionCases.axis(24, 4, stride: 2, begin: 1, end: 1)),
    ConvolutionCases.geometry(
      1, 24, 100, ConvolutionCases.axis(3, 1), ConvolutionCases.axis(9, 4, stride: 2, begin: 1, end: 0),
      ConvolutionCases.axis(15, 4, stride: 2, begin: 1, end: 1)),
    ConvolutionCases.geometry(
      1, 40, 24, ConvolutionCases.axis(2, 4, stride: 2, begin: 1, end: 1),
      ConvolutionCases.axis(5, 4, stride: 2, begin: 1, end: 3)),
    ConvolutionCases.geometry(
      1, 8, 24, ConvolutionCases.axis(1, 3, stride: 2, begin: 1, end: 1),
      ConvolutionCases.axis(3, 3, stride: 2, begin: 1, end: 1)),
  ]

  /// Algorithms whose shares are tested also where they are not the first.
  private static let alwaysShared: [BlockedAlgorithm] = [
    .taps, .winograd(.large), .winograd(.transposedThree), .winograd(.transposedFour),
  ]

  private func runs(_ table: KernelTable, _ direction: ConvolutionDirection, poisoned: Bool = false)
    -> [BlockedConvolutionRun]
  {
    var numbers = SeededNumbers(seed: 21)
    return (ConvolutionCases.dense + ConvolutionCases.depthwise + Self.large).map { geometry in
      var run = BlockedConvolutionRun(table: table, geometry: geometry, direction: direction)
      run.source = numbers.floats(geometry.batch * run.sourceChannels * run.sourcePixels)
      if poisoned { run.source[run.source.count / 2] = .nan }
      run.weights = numbers.floats(geometry.weightCount)
      run.bias = numbers.floats(run.resultChannels)
      return run
    }
  }

  /// The algorithms that can compute a convolution.
  private func algorithms(_ run: BlockedConvolutionRun) -> [BlockedAlgorithm] {
    let geometry = run.geometry
    let width = run.table.vectors.width
    var algorithms: [BlockedAlgorithm] = []
    if geometry.groups == 1 { algorithms.append(.windows(.plain)) }
    let hasWholeBlocks =
      geometry.inputChannelsPerGroup % width == 0 && geometry.outputChannelsPerGroup % width == 0
    if geometry.groups == 1 || hasWholeBlocks {
      algorithms.append(.windows(.blocked))
      if run.isForward, geometry.taps > 1 { algorithms.append(.taps) }
    }
    if geometry.groups == geometry.inputChannels, geometry.groups == geometry.outputChannels {
      algorithms.append(.windows(.channelwise))
    }
    algorithms += WinogradTile.tiles(geometry, run.direction).map { .winograd($0) }
    return algorithms
  }

  private func expected(_ run: BlockedConvolutionRun) -> [Float] {
    var reference = BlockedConvolutionRun(
      table: KernelRun.reference, geometry: run.geometry, direction: run.direction, source: run.source,
      weights: run.weights, bias: run.bias, normalization: run.normalization, addend: run.addend)
    reference.activation = run.activation
    let isPlain = algorithms(reference).contains(.windows(.plain))
    return reference.result(isPlain ? .windows(.plain) : algorithms(reference)[0])
  }

  @Test(
    "a blocked convolution equals the plain sums, however it is shared", arguments: KernelRun.levels,
    [ConvolutionDirection.forward, .transposed])
  func sums(_ level: KernelLevel, _ direction: ConvolutionDirection) {
    for run in runs(KernelRun.table(of: level), direction) {
      guard let first = algorithms(run).first, !algorithms(with: KernelRun.reference, run).isEmpty else { continue }
      let expected = expected(run)
      for algorithm in algorithms(run) {
        let found = run.result(algorithm)
        KernelRun.expectClose(found, expected, "\(level) \(direction) \(algorithm) \(run.geometry)", within: 2e-5)
        for way in 1..<3 where algorithm == first || Self.alwaysShared.contains(algorithm) {
          #expect(run.result(algorithm) { KernelRun.shares($0)[way] } == found, "\(algorithm) \(run.geometry)")
        }
        for threads in [1, 3] {
          var cut = run
          cut.threads = threads
          #expect(cut.result(algorithm) == found, "\(threads) threads, \(algorithm) \(run.geometry)")
        }
      }
    }
  }

  @Test(
    "a blocked convolution reads and writes plain tensors as well, to the same numbers", arguments: KernelRun.levels,
    [ConvolutionDirection.forward, .transposed])
  func plainOperands(_ level: KernelLevel, _ direction: ConvolutionDirection) {
    for run in runs(KernelRun.table(of: level), direction) {
      for algorithm in algorithms(run) {
        guard case .windows(let kind) = algorithm else { continue }
        let expected = run.result(algorithm)
        for (blocksSource, unblocksResult) in [(true, false), (false, true), (true, true)] {
          if blocksSource && kind == .plain || unblocksResult && !run.isForward { continue }
          for threads in [1, 2, 3] {
            var plain = run
            (plain.blocksSource, plain.unblocksResult, plain.threads) = (blocksSource, unblocksResult, threads)
            plain.fence = threads % 2 == 1 ? .start : .end
            KernelRun.expectSame(
              plain.result(algorithm) { KernelRun.shares($0)[threads - 1] }, expected,
              "\(level) \(direction) \(algorithm) \(blocksSource) \(unblocksResult) \(threads) threads \(run.geometry)")
          }
        }
      }
    }
  }

  private func algorithms(with table: KernelTable, _ run: BlockedConvolutionRun) -> [BlockedAlgorithm] {
    algorithms(BlockedConvolutionRun(table: table, geometry: run.geometry, direction: run.direction))
  }

  @Test(
    "NaN reaches exactly the outputs that read it, without transforms", arguments: KernelRun.levels,
    [FusedActivation.none, .clamp(low: 0, high: 6)])
  func poisoned(_ level: KernelLevel, _ activation: FusedActivation) {
    for var run in runs(KernelRun.table(of: level), .forward, poisoned: true) {
      run.activation = activation
      for algorithm in algorithms(run) {
        if case .winograd = algorithm { continue }
        guard !algorithms(with: KernelRun.reference, run).isEmpty else { continue }
        KernelRun.expectClose(run.result(algorithm), expected(run), "\(level) \(algorithm) \(run.geometry)")
      }
    }
  }

  @Test(
    "normalization, sum and activation are fused in this order", arguments: KernelRun.levels,
    [
      FusedActivation.none, .clamp(low: 0, high: .infinity), .clamp(low: -0.5, high: 0.5), .leakyRelu(slope: 0.1),
      .silu,
      .sigmoid, .hardswish, .hardsigmoid, .tanh, .gelu, .geluTanh, .mish, .elu(alpha: 1.5),
    ])
  func fused(_ level: KernelLevel, _ activation: FusedActivation) {
    var numbers = SeededNumbers(seed: 22)
    for var run in runs(KernelRun.table(of: level), .forward) where run.geometry.groups == 1 {
      guard run.geometry.taps == 9 || run.geometry.inputChannels == 321, run.geometry.weightCount < 15000 else {
        continue
      }
      let channels = run.resultChannels
      run.normalization = (0..<3).map { _ in numbers.floats(channels) }
      run.normalization?.append(numbers.floats(channels).map { $0.magnitude + 0.1 })
      run.addend = numbers.floats(run.geometry.batch * channels * run.resultPixels)
      run.activation = activation
      let expected = expected(run)
      for algorithm in algorithms(run) {
        let found = run.result(algorithm)
        KernelRun.expectClose(
          found, expected, "\(level) \(algorithm) \(activation) \(run.geometry)", within: 2e-5)
        var inPlace = run
        inPlace.takesAddend = true
        KernelRun.expectSame(inPlace.result(algorithm), found, "in place, \(level) \(algorithm) \(run.geometry)")
      }
    }
  }
}
