import KernelInterface
import Tensors
import TestSupport

/// How the blocked kernels compute a convolution.
enum BlockedAlgorithm: Hashable, Sendable {
  case windows(WindowKind)
  /// All channels, one tap after the other.
  case taps
  case winograd(WinogradTile)
}

/// A convolution with everything that is fused into it, on plain tensors: blocked, computed and brought back.
struct BlockedConvolutionRun {
  let table: KernelTable
  let geometry: ConvolutionGeometry
  let direction: ConvolutionDirection
  var source: [Float] = []
  var weights: [Float] = []
  var bias: [Float]?
  /// Weight, bias, mean and variance of a normalization, each of the result's channels.
  var normalization: [[Float]]?
  var addend: [Float]?
  /// Whether the result takes the memory of what is added.
  var takesAddend = false
  var activation = FusedActivation.none
  /// A pool of maxima behind it.
  var pool: PoolGeometry?
  /// For how many threads the work is cut.
  var threads = 2
  /// Whether threads have as many panels each.
  var sharesEvenly = false
  /// Whether the kernel brings the source into blocks, and the result back.
  var blocksSource = false
  var unblocksResult = false
  /// The side of the source on which memory lies that must not be touched.
  var fence: Fence?

  static let epsilon = 1e-3

  var isForward: Bool { direction == .forward }
  var sourceChannels: Int { isForward ? geometry.inputChannels : geometry.outputChannels }
  var resultChannels: Int { isForward ? geometry.outputChannels : geometry.inputChannels }
  var sourcePixels: Int { isForward ? geometry.inputPixels : geometry.outputPixels }
  var resultPixels: Int { pool?.outputCount ?? (isForward ? geometry.outputPixels : geometry.inputPixels) }

  /// The result of an algorithm with its units in some shares.
  func result(_ algorithm: BlockedAlgorithm, _ shares: (Int) -> [Range<Int>] = { [0..<$0] }) -> [Float] {
    let source = algorithm == .windows(.plain) || blocksSource ? source : blocked(source, sourceChannels, sourcePixels)
    let addend = addend.map { blocked($0, resultChannels, resultPixels) }
    let sizes = sizes(resultChannels, resultPixels)
    let blockedStride = sizes.blocks * sizes.width * resultPixels
    let imageStride = unblocksResult ? resultChannels * resultPixels : blockedStride
    var result = takesAddend ? addend ?? [] : [Float](repeating: .nan, count: geometry.batch * imageStride)
    let packed = packed(algorithm, shares)
    let fenced = fence.map { Tensor(source, sizes: [source.count]).fenced(at: $0) }
    source.withUnsafeBufferPointer { values in
      let source = fenced.map { UnsafePointer($0.pointer.assumingMemoryBound(to: Float.self)) } ?? values.baseAddress!
      packed.withUnsafeBufferPointer { packed in
        (addend ?? [0]).withUnsafeBufferPointer { other in
          result.withUnsafeMutableBufferPointer { result in
            let finish = Finish(
              addend: addend == nil ? nil : takesAddend ? UnsafePointer(result.baseAddress!) : other.baseAddress!,
              addendStride: blockedStride, activation: activation)
            let operands = BlockedOperands(
              source: source, sourceStride: values.count / max(geometry.batch, 1),
              weights: packed.baseAddress!, result: result.baseAddress!, resultStride: imageStride, finish: finish)
            compute(algorithm, operands, shares)
          }
        }
      }
    }
    return unblocksResult ? result : plain(result, resultChannels, resultPixels)
  }

  private func compute(
    _ algorithm: BlockedAlgorithm, _ operands: BlockedOperands, _ shares: (Int) -> [Range<Int>]
  ) {
    switch algorithm {
    case .windows where pool != nil:
      guard let blocking = pooledBlocking(algorithm) else { return }
      KernelRun.run(shares(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
        table.blocked.convolvePooled(
          PooledConvolutionArguments(blocking: blocking, operands: operands, scratch: scratch), units)
      }
    case .windows, .taps:
      let blocking = windows(algorithm)
      let isChannelwise = algorithm == .windows(.channelwise)
      let kernel = isChannelwise ? table.blocked.convolveChannels : table.blocked.convolveWindows
      KernelRun.run(shares(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
        kernel(WindowArguments(blocking: blocking, operands: operands, scratch: scratch), units)
      }
    case .winograd(let tile):
      let blocking = WinogradBlocking(geometry, tile, vectors: table.vectors, threads: threads)
      KernelRun.run(shares(blocking.units), scratchBytes: blocking.scratchBytes) { scratch, units in
        table.blocked.convolveWinograd(
          WinogradArguments(blocking: blocking, pool: pool, operands: operands, scratch: scratch), units)
      }
    }
  }

  private func windows(_ algorithm: BlockedAlgorithm) -> WindowBlocking {
    let kind = if case .windows(let kind) = algorithm { kind } else { WindowKind.blocked }
    return WindowBlocking(
      geometry, direction, kind, vectors: table.vectors, threads: threads, sharesEvenly: sharesEvenly,
      tapByTap: algorithm == .taps, blocksSource: blocksSource, unblocksResult: unblocksResult)
  }

  /// How windows and the pool behind them are computed as one; nil where they are not.
  func pooledBlocking(_ algorithm: BlockedAlgorithm) -> PooledConvolutionBlocking? {
    guard case .windows(let kind) = algorithm, let pool else { return nil }
    return PooledConvolutionBlocking(geometry, kind, pool: pool, vectors: table.vectors, threads: threads)
  }

  func packed(_ algorithm: BlockedAlgorithm, _ shares: (Int) -> [Range<Int>]) -> [Float] {
    let statistics = normalization ?? [[1], [0], [0], [1]]
    return weights.withUnsafeBufferPointer { weights in
      (bias ?? [0]).withUnsafeBufferPointer { bias in
        statistics[0].withUnsafeBufferPointer { gamma in
          statistics[1].withUnsafeBufferPointer { beta in
            statistics[2].withUnsafeBufferPointer { mean in
              statistics[3].withUnsafeBufferPointer { variance in
                let folded = FoldedWeights(
                  weights: weights.baseAddress!, bias: self.bias == nil ? nil : bias.baseAddress!,
                  normalization: normalization == nil
                    ? nil
                    : ChannelNormalization(
                      weight: gamma.baseAddress!, bias: beta.baseAddress!, mean: mean.baseAddress!,
                      variance: variance.baseAddress!, epsilon: Self.epsilon))
                return pack(algorithm, folded, shares)
              }
            }
          }
        }
      }
    }
  }

  private func pack(
    _ algorithm: BlockedAlgorithm, _ weights: FoldedWeights, _ shares: (Int) -> [Range<Int>]
  ) -> [Float] {
    switch algorithm {
    case .windows, .taps:
      let blocking = windows(algorithm)
      let isChannelwise = algorithm == .windows(.channelwise)
      let kernel = isChannelwise ? table.blocked.packChannels : table.blocked.packWindows
      return filled(blocking.packedWeightCount + blocking.packedBiasCount) { packed in
        KernelRun.run(shares(WindowWeightArguments.units(blocking))) { _, units in
          kernel(WindowWeightArguments(blocking: blocking, weights: weights, packed: packed), units)
        }
      }
    case .winograd(let tile):
      let blocking = WinogradBlocking(geometry, tile, vectors: table.vectors, threads: threads)
      return filled(blocking.packedWeightCount + blocking.packedBiasCount) { packed in
        KernelRun.run(shares(blocking.panels)) { _, units in
          table.blocked.packWinograd(
            WinogradWeightArguments(blocking: blocking, weights: weights, packed: packed), units)
        }
      }
    }
  }

  func filled(_ count: Int, _ body: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
    var values = [Float](repeating: .nan, count: count)
    values.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
    return values
  }

  func sizes(_ channels: Int, _ pixels: Int) -> BlockedSizes {
    BlockedSizes(batch: geometry.batch, channels: channels, pixels: pixels, width: table.vectors.width)
  }

  /// A plain tensor in blocks of channels.
  func blocked(_ values: [Float], _ channels: Int, _ pixels: Int) -> [Float] {
    var plain = values
    let sizes = sizes(channels, pixels)
    let stride = sizes.blocks * sizes.width * pixels
    return filled(geometry.batch * stride) { result in
      plain.withUnsafeMutableBufferPointer { plain in
        let tensor = BlockedTensor(start: result, imageStride: stride)
        table.blocked.block(
          ReorderArguments(sizes: sizes, plain: plain.baseAddress!, blocked: tensor),
          0..<ReorderArguments.units(sizes))
      }
    }
  }

  func plain(_ values: [Float], _ channels: Int, _ pixels: Int) -> [Float] {
    var blocked = values
    let sizes = sizes(channels, pixels)
    return filled(geometry.batch * channels * pixels) { result in
      blocked.withUnsafeMutableBufferPointer { blocked in
        let tensor = BlockedTensor(start: blocked.baseAddress!, imageStride: sizes.blocks * sizes.width * pixels)
        table.blocked.unblock(
          ReorderArguments(sizes: sizes, plain: result, blocked: tensor), 0..<ReorderArguments.units(sizes))
      }
    }
  }
}
