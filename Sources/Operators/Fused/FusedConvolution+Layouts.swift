package import KernelInterface
import Tensors

extension FusedConvolution {
  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    if !geometry.isChannelwise, geometry.groups > 1 {
      guard inputChannels / geometry.groups % vectors.width == 0, outputChannels / geometry.groups % vectors.width == 0
      else { return nil }
    }
    guard ConvolutionAlgorithm(self, vectors: vectors, threads: 1).scratchBytes <= Self.largestScratch else {
      return nil
    }
    var layouts = BlockedLayouts.all(inputs.count, follows: false, vectors)
    if readsPlain(vectors) || blocksSource { layouts.inputs[0] = .plain }
    if unblocksResult { layouts.outputs[0] = .plain }
    return layouts
  }

  /// Bytes of a thread's workspace beyond which a convolution is left to the kernels of plain tensors: windows that reach
  /// far over many channels.
  static let largestScratch = 6 << 20

  func windowKind(_ vectors: VectorShape) -> WindowKind {
    geometry.isChannelwise ? .channelwise : readsPlain(vectors) ? .plain : .blocked
  }

  /// Whether the few channels of its input are read as they are.
  func readsPlain(_ vectors: VectorShape) -> Bool { geometry.groups == 1 && inputChannels <= vectors.width / 2 }

  /// The same with a plain source, of which it brings what it reads into blocks; nil where it would do so again and again.
  package func blockingSource(_ vectors: VectorShape) -> FusedConvolution? {
    guard direction == .forward, let windows = windows(vectors) else { return nil }
    switch windows.kind {
    case .plain: return nil
    case .blocked: guard windows.loading == .rows, !windows.prefersChunks else { return nil }
    case .channelwise: guard cutsPlanes else { return nil }
    }
    var result = self
    result.blocksSource = true
    return result.windows(vectors) == nil ? nil : result
  }

  /// The same with a plain result; nil where whole tensors are brought back as fast: of few slices at a time, and where
  /// bands are not rows of many channels.
  package func unblockingResult(_ vectors: VectorShape) -> FusedConvolution? {
    guard direction == .forward, !adds, !geometry.isChannelwise || cutsPlanes else { return nil }
    var result = self
    result.unblocksResult = true
    guard let windows = result.windows(vectors), windows.kind == .channelwise || windows.loading == .rows else {
      return nil
    }
    return result
  }

  /// Whether bands are parts of planes, or of volumes that are too large to stay in the cache: a band is of one slice, and
  /// brings every slice that its windows reach into blocks again.
  private var cutsPlanes: Bool { geometry.depth.kernel == 1 || inputs > Self.rereadNumbers }

  /// How it moves windows by itself, if it does.
  private func windows(_ vectors: VectorShape) -> WindowBlocking? {
    guard pool == nil, case .windows(let windows) = ConvolutionAlgorithm(self, vectors: vectors, threads: 1),
      windows.scratchBytes <= Self.largestScratch
    else { return nil }
    return windows
  }

  /// Numbers of a volume from which on a reorder by itself takes longer than one with every slice of the result.
  private static let rereadNumbers = 5e5

  /// Whether it is faster in blocks although its result is read as a plain tensor.
  ///
  /// - Parameter comesBlocked: Whether what it reads is in blocks.
  package func isWorthBlocks(_ vectors: VectorShape, comesBlocked: Bool) -> Bool {
    if geometry.isChannelwise { return comesBlocked || isWorthChannelBlocks }
    let costs = vectors.costs
    let (read, written) = direction == .forward ? (inputs, outputs) : (outputs, inputs)
    let reading = readsPlain(vectors) ? 0 : costs.reorderCycles(read, isJoined: blockingSource(vectors) != nil)
    let writing = costs.reorderCycles(written, isJoined: unblockingResult(vectors) != nil)
    let blocks = cycles(vectors) + writing
    let plain = plainCycles(vectors)
    // What it absorbs would be computed by itself.
    let others = Double(absorbed.count) * costs.reorderCycles(written)
    return comesBlocked ? blocks < costs.reorderCycles(read) + plain + others : reading + blocks < plain + others
  }

  /// What it takes in blocks, and of plain tensors, by estimate.
  package func cycles(_ vectors: VectorShape) -> Double {
    ConvolutionAlgorithm(self, vectors: vectors, threads: 1).cycles
  }
  package func plainCycles(_ vectors: VectorShape) -> Double {
    ConvolutionBlocking(geometry, direction, threads: 1).cycles * 16 / Double(vectors.width) / vectors.costs.plainShare
  }

  /// What bringing its input into blocks and its output back takes, each by itself.
  package func reorderCycles(_ vectors: VectorShape) -> Double {
    vectors.costs.reorderCycles(inputs) + vectors.costs.reorderCycles(outputs)
  }

  /// Products of depthwise convolutions of volumes or transposed ones, for each number that is read or written, from which
  /// on blocks pay.
  private static let worthwhileProducts = 8.0
  /// Taps that lie apart up to which they are read from blocks as fast as from planes.
  private static let fewTaps = 25

  /// Whether a depthwise convolution is faster in blocks between plain tensors.
  private var isWorthChannelBlocks: Bool {
    guard direction == .forward, geometry.depth == .single else {
      return geometry.multiplyAccumulates / max(inputs + outputs, 1) >= Self.worthwhileProducts
    }
    return geometry.height != .single && (geometry.width.dilation == 1 || geometry.taps <= Self.fewTaps)
  }

  /// Numbers of the geometry's input and output.
  private var inputs: Double {
    Double(geometry.batch) * Double(geometry.inputChannels) * Double(geometry.inputPixels)
  }
  private var outputs: Double {
    Double(geometry.batch) * Double(geometry.outputChannels) * Double(geometry.outputPixels)
  }
}

extension CostModel {
  /// Numbers of a tensor that stay in the cache.
  private static let nearNumbers = 4e6

  /// Cycles of bringing numbers into blocks or back, by themselves or where a convolution does so.
  fileprivate func reorderCycles(_ numbers: Double, isJoined: Bool = false) -> Double {
    numbers * (!isJoined && numbers > Self.nearNumbers ? farReorderCycles : nearReorderCycles)
  }
}
