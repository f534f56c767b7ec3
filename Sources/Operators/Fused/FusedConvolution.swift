package import Graph
package import KernelInterface
package import Tensors

/// A convolution with everything that is computed while its sums are near: a folded normalization, a tensor that is
/// added, an activation, and a pool of maxima. Its result is in blocks of channels.
///
/// Parameters are the weight, the bias when there is one, and those of the normalization.
package struct FusedConvolution: BlockedOperator {
  package var geometry = ConvolutionGeometry(batch: 1, inputChannels: 1, outputChannels: 1, axes: [.single])
  package var direction = ConvolutionDirection.forward
  package var hasBias = false
  package var normalization: FoldedNormalization?
  /// Whether the second input is added.
  package var adds = false
  package var activation = FusedActivation.none
  /// The pool that takes maxima of its windows, when there is one.
  private(set) var pool: PoolGeometry?
  /// Whether it may add up products of transforms of what the network multiplies.
  package var allowsTransforms = true
  /// The paths of the layers that it computes beside its own.
  package var absorbed: [String] = []
  private var type = TensorType.unknown

  package static let name = "fused_convolution"
  package static let summary = "a convolution with what follows it"
  package static let arity = 1...2
  package static let primaryAttribute: String? = nil
  package static let attributes: [Attribute<FusedConvolution>] = []
  package static let tolerance = Tolerance.accumulation

  package init() {}

  /// The convolution of a layer.
  package init(_ layer: PlainConvolution, output: TensorType, allowsTransforms: Bool) {
    self.allowsTransforms = allowsTransforms
    geometry = layer.geometry
    direction = layer.direction
    hasBias = layer.hasBias
    type = output
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    [type]
  }

  /// The convolution with a pool of maxima behind it; nil where a pool by itself is better.
  package func pooled(_ pool: PoolGeometry, output: TensorType, vectors: VectorShape) -> FusedConvolution? {
    guard !adds, self.pool == nil,
      let algorithm = ConvolutionAlgorithm(self, vectors: vectors, threads: 1).pooled(pool, threads: 1),
      algorithm.scratchBytes <= Self.largestScratch
    else { return nil }
    var result = self
    result.pool = pool
    result.type = output
    return result
  }

  var inputChannels: Int { direction == .forward ? geometry.inputChannels : geometry.outputChannels }
  var outputChannels: Int { direction == .forward ? geometry.outputChannels : geometry.inputChannels }

  package func blockedLayouts(inputs: [[Int]], outputs: [[Int]], vectors: VectorShape) -> BlockedLayouts? {
    if !geometry.isChannelwise, geometry.groups > 1 {
      guard inputChannels / geometry.groups % vectors.width == 0, outputChannels / geometry.groups % vectors.width == 0
      else { return nil }
    }
    guard ConvolutionAlgorithm(self, vectors: vectors, threads: 1).scratchBytes <= Self.largestScratch else {
      return nil
    }
    var layouts = BlockedLayouts.all(inputs.count, follows: false, vectors)
    if readsPlain(vectors) { layouts.inputs[0] = .plain }
    return layouts
  }

  /// Cycles of bringing a number into blocks or back: in tensors that stay in the cache, and in larger ones.
  private static let reorderCycles = (near: 0.8, far: 2.0)
  /// Numbers of a tensor that stay in the cache.
  private static let nearNumbers = 4e6
  /// Products of depthwise convolutions for each number that is read or written from which on blocks pay for however
  /// many numbers, in planes forward, and in volumes or transposed.
  private static let worthwhileProducts = (planes: 80.0, volumes: 8.0)
  /// Numbers that a depthwise convolution of planes reads and writes up to which blocks pay for however few products.
  private static let fewDepthwiseNumbers = 2.5e6

  /// Whether it is faster in blocks although its result is read as a plain tensor.
  ///
  /// - Parameter comesBlocked: Whether what it reads is in blocks.
  package func isWorthBlocks(_ vectors: VectorShape, comesBlocked: Bool) -> Bool {
    if geometry.isChannelwise { return comesBlocked || isWorthChannelBlocks }
    let (read, written) = direction == .forward ? (inputs, outputs) : (outputs, inputs)
    let blocks = ConvolutionAlgorithm(self, vectors: vectors, threads: 1).cycles + reorderCycles(written)
    let plain = ConvolutionBlocking(geometry, direction, threads: 1).cycles * 16 / Double(vectors.width)
    // What it absorbs would be computed by itself.
    let others = Double(absorbed.count) * reorderCycles(written)
    return comesBlocked
      ? blocks < reorderCycles(read) + plain + others
      : blocks + (readsPlain(vectors) ? 0 : reorderCycles(read)) < plain + others
  }

  /// Whether a depthwise convolution is faster in blocks between plain tensors.
  private var isWorthChannelBlocks: Bool {
    let products = geometry.multiplyAccumulates / max(inputs + outputs, 1)
    guard direction == .forward, geometry.depth == .single else { return products >= Self.worthwhileProducts.volumes }
    let isPlane = geometry.height != .single
    return isPlane && inputs + outputs <= Self.fewDepthwiseNumbers || products >= Self.worthwhileProducts.planes
  }

  /// Numbers of the geometry's input and output.
  private var inputs: Double {
    Double(geometry.batch) * Double(geometry.inputChannels) * Double(geometry.inputPixels)
  }
  private var outputs: Double {
    Double(geometry.batch) * Double(geometry.outputChannels) * Double(geometry.outputPixels)
  }

  /// Cycles of bringing numbers into blocks or back, by estimate.
  private func reorderCycles(_ numbers: Double) -> Double {
    numbers * (numbers > Self.nearNumbers ? Self.reorderCycles.far : Self.reorderCycles.near)
  }

  /// Bytes of a thread's workspace beyond which a convolution is left to the kernels of plain tensors: windows that reach
  /// far over many channels.
  static let largestScratch = 6 << 20

  func windowKind(_ vectors: VectorShape) -> WindowKind {
    geometry.isChannelwise ? .channelwise : readsPlain(vectors) ? .plain : .blocked
  }

  /// Whether the few channels of its input are read as they are.
  func readsPlain(_ vectors: VectorShape) -> Bool { geometry.groups == 1 && inputChannels <= vectors.width / 2 }
}

extension FusedConvolution: CustomStringConvertible {
  package var description: String {
    let kind = direction == .forward ? "fused_convolution" : "fused_transposed_convolution"
    return ([kind] + absorbed.map { "+ \($0)" }).joined(separator: " ")
  }
}

/// A convolution layer as a geometry: with zeros outside of its input and a weight that is a parameter.
package struct PlainConvolution {
  package var geometry: ConvolutionGeometry
  package var direction: ConvolutionDirection
  package var hasBias: Bool
}

/// A layer that is a convolution.
package protocol ConvolutionLayer: LowerableOperator {
  /// The convolution on tensors of these sizes; nil when it is not plain.
  func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution?
}
