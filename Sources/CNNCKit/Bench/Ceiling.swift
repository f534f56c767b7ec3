import Execution
import KernelInterface
import Tensors

/// The most that this machine multiplies and adds: what the convolution kernels do on operands in the first cache.
enum Ceiling {
  private static let geometry = ConvolutionGeometry(
    batch: 1, inputChannels: 64, outputChannels: 96, axes: [.init(input: 48, output: 48, kernel: 1)])
  private static let repeats = 2000
  private static let trials = 8

  /// Billions of multiply-accumulates a second, of all threads of a pool.
  static func measure(pool: ThreadPool) -> Double {
    guard let kernels = try? selectedKernels() else { return 0 }
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
