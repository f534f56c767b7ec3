import KernelInterface
import TestSupport
import Testing

@Suite struct ReorderTests {
  /// Images that lie apart in blocks, with a mark between them.
  private static let gap = 24

  /// A plain tensor in blocks of channels, for each way to share the units. Fails unless it comes back unchanged.
  private func reordered(_ table: KernelTable, width: Int, _ channels: Int, _ pixels: Int) -> [[Float]] {
    let sizes = BlockedSizes(batch: 2, channels: channels, pixels: pixels, width: width)
    let stride = sizes.blocks * width * pixels + Self.gap
    var numbers = SeededNumbers(seed: 17)
    var plain = numbers.floats(2 * channels * pixels)
    return KernelRun.shares(ReorderArguments.units(sizes)).map { share in
      var blocked = [Float](repeating: 7, count: 2 * stride)
      var result = [Float](repeating: .nan, count: plain.count)
      blocked.withUnsafeMutableBufferPointer { blocked in
        let tensor = BlockedTensor(start: blocked.baseAddress!, imageStride: stride)
        plain.withUnsafeMutableBufferPointer { plain in
          let arguments = ReorderArguments(sizes: sizes, plain: plain.baseAddress!, blocked: tensor)
          KernelRun.run(share) { table.blocked.block(arguments, $1) }
        }
        result.withUnsafeMutableBufferPointer { result in
          let arguments = ReorderArguments(sizes: sizes, plain: result.baseAddress!, blocked: tensor)
          KernelRun.run(share) { table.blocked.unblock(arguments, $1) }
        }
      }
      KernelRun.expectSame(result, plain, "\(channels) channels of \(pixels) pixels")
      return blocked
    }
  }

  @Test(
    "every number finds its place in blocks and back, and nothing else is written", arguments: KernelRun.levels,
    [(1, 1), (3, 40), (5, 7), (16, 16), (17, 33), (33, 15), (20, 1100), (48, 2049)])
  func places(_ level: KernelLevel, _ sizes: (channels: Int, pixels: Int)) {
    let table = KernelRun.table(of: level)
    let width = table.vectors.width
    let image = sizes.channels.groups(of: width) * width * sizes.pixels
    var numbers = SeededNumbers(seed: 17)
    let plain = numbers.floats(2 * sizes.channels * sizes.pixels)
    var expected = [Float](repeating: 7, count: 2 * (image + Self.gap))
    for n in 0..<2 {
      for place in 0..<image {
        let (block, rest) = place.quotientAndRemainder(dividingBy: width * sizes.pixels)
        let channel = block * width + rest % width
        let cell = (n * sizes.channels + channel) * sizes.pixels + rest / width
        expected[n * (image + Self.gap) + place] = channel < sizes.channels ? plain[cell] : 0
      }
    }
    for found in reordered(table, width: width, sizes.channels, sizes.pixels) {
      KernelRun.expectSame(found, expected, "\(level) \(sizes)")
    }
    for found in reordered(KernelRun.reference, width: width, sizes.channels, sizes.pixels) {
      KernelRun.expectSame(found, expected, "reference \(sizes)")
    }
  }
}
