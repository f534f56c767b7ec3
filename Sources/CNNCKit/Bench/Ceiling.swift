import Execution
import KernelInterface
import Tensors

/// The most that this machine multiplies and adds: what the convolution kernels do with weights in the first cache and
/// a source that the processor reads ahead.
enum Ceiling {
  private static let repeats = 300
  private static let trials = 20

  /// Billions of multiply-accumulates a second, of all threads of a pool.
  static func measure(pool: ThreadPool, kernels: KernelTable) -> Double {
    // Which sums fill the registers best depends on the instruction set.
    let blocks = Set([kernels.vectors.usualBlocks, kernels.vectors.mostBlocks])
    return blocks.map { rate(pool, kernels, channels: $0 * kernels.vectors.width) }.max() ?? 0
  }

  /// Of a pointwise convolution of one panel.
  private static func rate(_ pool: ThreadPool, _ kernels: KernelTable, channels: Int) -> Double {
    let geometry = ConvolutionGeometry(
      batch: 1, inputChannels: 64, outputChannels: channels, axes: [.init(input: 480, output: 480, kernel: 1)])
    let blocking = WindowBlocking(geometry, .forward, .blocked, vectors: kernels.vectors, threads: 1)
    let parts = [
      geometry.inputChannels * geometry.inputPixels, blocking.packedWeightCount + blocking.packedBiasCount,
      geometry.outputChannels * geometry.outputPixels, blocking.scratchBytes / 4,
    ].map { ($0 + 1023) / 1024 * 1024 }
    let memory = Tensor(zeros: [parts.reduce(0, +) * pool.count])
    let start = memory.pointer.assumingMemoryBound(to: Float.self)
    let convolve = kernels.blocked.convolveWindows
    let place = UInt(bitPattern: start)
    func run() {
      pool.run { thread in
        guard let base = UnsafeMutablePointer<Float>(bitPattern: place) else { return }
        let source = base + thread * parts.reduce(0, +)
        let operands = BlockedOperands(
          source: UnsafePointer(source), sourceStride: parts[0], weights: UnsafePointer(source + parts[0]),
          result: source + parts[0] + parts[1], resultStride: parts[2], finish: Finish())
        let arguments = WindowArguments(
          blocking: blocking, operands: operands,
          scratch: UnsafeMutableRawPointer(source + parts[0] + parts[1] + parts[2]))
        for _ in 0..<repeats { convolve(arguments, 0..<blocking.units) }
      }
    }
    let times = (0..<trials).map { _ in
      let start = ContinuousClock.now
      run()
      return (ContinuousClock.now - start).milliseconds
    }
    return geometry.multiplyAccumulates * Double(repeats * pool.count) / (times.min() ?? 1) / 1e6
  }
}
