import KernelInterface
import TestSupport
import Testing

@Suite struct BlockedPixelNormalizationTests {
  /// Values far from 0, and rubbish after the last channel, so that nothing but the channels may count.
  private func normalized(_ level: KernelLevel, _ channels: Int, _ pixels: Int, with kernels: KernelTable) -> [Float] {
    let width = KernelRun.table(of: level).vectors.width
    let sizes = BlockedSizes(batch: 2, channels: channels, pixels: pixels, width: width)
    let image = sizes.blocks * width * pixels
    var numbers = SeededNumbers(seed: 31)
    let values = numbers.floats(2 * channels * pixels)
    var input = [Float](repeating: 1e3, count: 2 * image)
    var places: [Int] = []
    for index in values.indices {
      let (pixel, channel, n) = (index % pixels, index / pixels % channels, index / pixels / channels)
      places.append(n * image + (channel / width * pixels + pixel) * width + channel % width)
      input[places[index]] = 100 + values[index]
    }
    var factors = [Float](repeating: 0, count: 2 * sizes.blocks * width)
    for (channel, value) in numbers.floats(channels).enumerated() {
      factors[channel] = 1 + value
      factors[sizes.blocks * width + channel] = value
    }
    var output = [Float](repeating: .nan, count: 2 * image)
    input.withUnsafeMutableBufferPointer { input in
      factors.withUnsafeBufferPointer { factors in
        output.withUnsafeMutableBufferPointer { output in
          let elements = BlockedElementsArguments(
            sizes: sizes, input: BlockedTensor(start: input.baseAddress!, imageStride: image),
            output: BlockedTensor(start: output.baseAddress!, imageStride: image))
          let arguments = BlockedPixelNormalizationArguments(
            elements: elements, factors: factors.baseAddress!, epsilon: 1e-6)
          kernels.blocked.normalizePixels(arguments, 0..<BlockedPixelNormalizationArguments.units(sizes))
        }
      }
    }
    let padding = Set(output.indices).subtracting(places).map { output[$0] }
    #expect(padding.allSatisfy { $0 == 0 })
    return places.map { output[$0] }
  }

  @Test(
    "every pixel is normalized over its channels alone", arguments: KernelRun.levels,
    [(1, 1), (5, 7), (16, 33), (9, 70), (40, 64)])
  func reference(_ level: KernelLevel, _ sizes: (channels: Int, pixels: Int)) {
    let found = normalized(level, sizes.channels, sizes.pixels, with: KernelRun.table(of: level))
    let expected = normalized(level, sizes.channels, sizes.pixels, with: KernelRun.reference)
    KernelRun.expectClose(found, expected, "\(level) \(sizes)", within: 1e-4)
  }
}
