import KernelInterface
import TestSupport
import Testing

@Suite struct PooledConvolutionTests {
  private typealias Case = (geometry: ConvolutionGeometry, algorithm: BlockedAlgorithm, pool: PoolGeometry)

  /// Convolutions of a few channels and of blocks, and by transforms, with pools of all kinds of windows.
  private static let cases: [Case] = [
    layer(1, 3, 24, (80, 72), .windows(.plain), kernel: 3, stride: 1, pad: 1, window: (3, 2, 1)),
    layer(2, 3, 40, (131, 127), .windows(.plain), kernel: 7, stride: 2, pad: 3, window: (3, 2, 1)),
    layer(1, 1, 20, (90, 91), .windows(.plain), kernel: 3, stride: 1, pad: 0, window: (2, 2, 0)),
    layer(1, 16, 32, (68, 70), .windows(.blocked), kernel: 3, stride: 1, pad: 1, window: (3, 3, 0)),
    layer(1, 16, 24, (15, 18), .winograd(.large), kernel: 3, stride: 1, pad: 1, window: (2, 2, 0)),
    layer(2, 24, 40, (13, 9), .winograd(.small), kernel: 3, stride: 1, pad: 1, window: (2, 2, 0)),
    layer(1, 16, 48, (11, 17), .winograd(.large), kernel: 3, stride: 1, pad: 1, window: (2, 2, 0), ceil: true),
    layer(2, 24, 40, (27, 18), .winograd(.strided), kernel: 3, stride: 2, pad: 1, window: (2, 2, 0)),
  ]

  private static func layer(
    _ batch: Int, _ inputs: Int, _ outputs: Int, _ sizes: (Int, Int), _ algorithm: BlockedAlgorithm, kernel: Int,
    stride: Int, pad: Int, window: (size: Int, stride: Int, pad: Int), ceil: Bool = false
  ) -> Case {
    func output(_ input: Int) -> Int { (input + 2 * pad - kernel) / stride + 1 }
    func axis(_ input: Int) -> ConvolutionGeometry.Axis {
      .init(input: input, output: output(input), kernel: kernel, stride: stride, padBegin: pad)
    }
    func poolAxis(_ input: Int) -> PoolAxis {
      let steps = input + 2 * window.pad - window.size
      return PoolAxis(
        input: input, output: (ceil ? (steps + window.stride - 1) / window.stride : steps / window.stride) + 1,
        kernelSize: window.size, stride: window.stride, padBegin: window.pad, padEnd: window.pad)
    }
    let geometry = ConvolutionGeometry(
      batch: batch, inputChannels: inputs, outputChannels: outputs, axes: [axis(sizes.0), axis(sizes.1)])
    let pool = PoolGeometry(
      depth: .absent, height: poolAxis(output(sizes.0)), width: poolAxis(output(sizes.1)))
    return (geometry, algorithm, pool)
  }

  private func run(_ table: KernelTable, _ layer: Case, poisoned: Bool) -> BlockedConvolutionRun {
    var numbers = SeededNumbers(seed: 41)
    var run = BlockedConvolutionRun(table: table, geometry: layer.geometry, direction: .forward)
    run.source = numbers.floats(layer.geometry.batch * run.sourceChannels * run.sourcePixels)
    if poisoned { run.source[run.source.count / 3] = .nan }
    run.weights = numbers.floats(layer.geometry.weightCount)
    run.bias = numbers.floats(run.resultChannels)
    run.activation = .clamp(low: 0, high: 2)
    return run
  }

  /// The cells of a window that are inside.
  private static func cells(_ axis: PoolAxis, _ position: Int) -> [Int] {
    (0..<axis.kernelSize).map { position * axis.stride - axis.padBegin + $0 * axis.dilation }
      .filter { (0..<axis.input).contains($0) }
  }

  /// The largest element of every window of plain planes.
  private func maxima(_ values: [Float], _ pool: PoolGeometry) -> [Float] {
    (0..<values.count / pool.inputCount).flatMap { plane in
      (0..<pool.outputCount).map { place in
        let (h, w) = (place / pool.width.output, place % pool.width.output)
        var largest = -Float.infinity
        for row in Self.cells(pool.height, h) {
          for column in Self.cells(pool.width, w) {
            let x = values[plane * pool.inputCount + row * pool.width.input + column]
            if x > largest || x.isNaN { largest = x }
          }
        }
        return largest
      }
    }
  }

  @Test("a convolution with its pool gives the numbers of one after the other", arguments: KernelRun.levels)
  func together(_ level: KernelLevel) throws {
    for layer in Self.cases {
      let run = run(KernelRun.table(of: level), layer, poisoned: false)
      let expected = maxima(run.result(layer.algorithm), layer.pool)
      for threads in [1, 2, 3] {
        var pooled = run
        pooled.pool = layer.pool
        pooled.threads = threads
        if case .windows = layer.algorithm { _ = try #require(pooled.pooledBlocking(layer.algorithm)) }
        for way in 0..<3 {
          KernelRun.expectSame(
            pooled.result(layer.algorithm) { KernelRun.shares($0)[way] }, expected, "\(level) \(layer)")
        }
      }
    }
  }

  @Test("the plain loops agree")
  func reference() {
    for layer in Self.cases.suffix(3) {
      var run = run(KernelRun.reference, layer, poisoned: false)
      let expected = maxima(run.result(layer.algorithm), layer.pool)
      run.pool = layer.pool
      KernelRun.expectSame(run.result(layer.algorithm), expected, "\(layer)")
    }
  }

  @Test("NaN reaches what reads it", arguments: KernelRun.levels)
  func poisoned(_ level: KernelLevel) {
    for layer in Self.cases.prefix(4) {
      var run = run(KernelRun.table(of: level), layer, poisoned: true)
      let expected = maxima(run.result(layer.algorithm), layer.pool)
      run.pool = layer.pool
      let found = run.result(layer.algorithm)
      #expect(found.contains { $0.isNaN } && found.contains { !$0.isNaN })
      KernelRun.expectClose(found, expected, "\(level)", within: 0)
    }
  }

  @Test("small results, other sizes and rows that would be computed often are left to a pool by itself")
  func rejected() {
    func blocking(_ layer: Case, _ change: (inout PoolGeometry) -> Void = { _ in }) -> PooledConvolutionBlocking? {
      var run = run(KernelRun.reference, layer, poisoned: false)
      var pool = layer.pool
      change(&pool)
      run.pool = pool
      return run.pooledBlocking(layer.algorithm)
    }
    #expect(blocking(Self.cases[0]) != nil)
    #expect(blocking(Self.cases[0]) { $0.height.input -= 1 } == nil)
    #expect(blocking(Self.cases[0]) { ($0.height.kernelSize, $0.height.stride) = (20, 1) } == nil)
    #expect(
      blocking(
        Self.layer(1, 3, 8, (20, 20), .windows(.plain), kernel: 3, stride: 1, pad: 1, window: (3, 2, 1))) == nil)
  }
}
