import KernelInterface
import TestSupport
import Testing

@Suite struct BlockedPoolsTests {
  /// Windows with and without border, strides, dilation, and rows of fewer and more windows than are combined at a time.
  private static let geometries: [PoolGeometry] = [
    geometry(axis(9, 3, pad: 1), axis(13, 3, pad: 1)),
    geometry(axis(12, 3, stride: 2), axis(27, 3, stride: 2, pad: 1)),
    geometry(axis(5, 2, stride: 2), axis(4, 2, stride: 2)),
    geometry(axis(11, 3, dilation: 2, pad: 1), axis(15, 2, dilation: 3, pad: 1)),
    geometry(axis(3, 3, pad: 1), axis(2, 3, pad: 1)),
    geometry(axis(6, 1), axis(10, 5, pad: 2)),
    PoolGeometry(depth: axis(4, 2, stride: 2), height: axis(5, 3, pad: 1), width: axis(9, 3, pad: 1)),
  ]

  private static func axis(_ input: Int, _ kernel: Int, stride: Int = 1, dilation: Int = 1, pad: Int = 0) -> PoolAxis {
    PoolAxis(
      input: input, output: (input + 2 * pad - dilation * (kernel - 1) - 1) / stride + 1, kernelSize: kernel,
      stride: stride, dilation: dilation, padBegin: pad, padEnd: pad)
  }

  private static func geometry(_ height: PoolAxis, _ width: PoolAxis) -> PoolGeometry {
    PoolGeometry(depth: axis(1, 1), height: height, width: width)
  }

  /// Pools blocks of a level's width, of two images with 10 channels.
  private func pooled(
    _ kernel: Kernel<BlockedPoolArguments>, _ geometry: PoolGeometry, width: Int, _ divisor: PoolDivisor,
    _ share: (Int) -> [Range<Int>]
  ) -> [Float] {
    let sizes = BlockedSizes(batch: 2, channels: 10, pixels: geometry.outputCount, width: width)
    let strides = (sizes.blocks * width * geometry.inputCount, sizes.blocks * width * geometry.outputCount)
    var numbers = SeededNumbers(seed: 41)
    var input = numbers.floats(2 * strides.0)
    (input[3], input[strides.0 + 5 * width], input[strides.0 / 2]) = (.nan, -.infinity, .infinity)
    var output = [Float](repeating: -77, count: 2 * strides.1)
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        let arguments = BlockedPoolArguments(
          sizes: sizes, input: BlockedTensor(start: input.baseAddress!, imageStride: strides.0),
          output: BlockedTensor(start: output.baseAddress!, imageStride: strides.1), geometry: geometry,
          divisor: divisor)
        for units in share(sizes.units) { kernel(arguments, units) }
      }
    }
    return output
  }

  @Test("pools of blocks combine the cells of every window", arguments: KernelRun.levels)
  func reference(_ level: KernelLevel) {
    let (table, plain) = (KernelRun.table(of: level), KernelRun.reference)
    let width = table.vectors.width
    for geometry in Self.geometries {
      for way in 0..<3 {
        func share(_ units: Int) -> [Range<Int>] { KernelRun.shares(units)[way] }
        let largest = pooled(table.blocked.maxPool, geometry, width: width, .windowInsideInput, share)
        let expected = pooled(plain.blocked.maxPool, geometry, width: width, .windowInsideInput) { [0..<$0] }
        KernelRun.expectClose(largest, expected, "max \(level) \(geometry)", within: 0)
        for divisor in [PoolDivisor.windowInsideInput, .windowWithPadding, .fixed(5)] where geometry.width.dilation == 1
        {
          let mean = pooled(table.blocked.averagePool, geometry, width: width, divisor, share)
          let expected = pooled(plain.blocked.averagePool, geometry, width: width, divisor) { [0..<$0] }
          KernelRun.expectClose(mean, expected, "average \(level) \(divisor) \(geometry)")
        }
      }
    }
  }
}
