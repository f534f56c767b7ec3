/// A tensor in blocks of channels, `[batch, channels / width, pixels, width]`, whose images may lie apart.
package struct BlockedTensor {
  package var start: UnsafeMutablePointer<Float>
  /// Floats between images.
  package var imageStride: Int

  package init(start: UnsafeMutablePointer<Float>, imageStride: Int) {
    self.start = start
    self.imageStride = imageStride
  }
}

/// The sizes of a tensor in blocks of channels; a unit is the plane of one block of one image.
package struct BlockedSizes: Hashable, Sendable {
  package var batch: Int
  package var channels: Int
  package var pixels: Int
  /// Channels of a block.
  package var width: Int

  package init(batch: Int, channels: Int, pixels: Int, width: Int) {
    self.batch = batch
    self.channels = channels
    self.pixels = pixels
    self.width = width
  }

  package var blocks: Int { channels.groups(of: width) }
  package var units: Int { batch * blocks }
}

/// Arguments of bringing a tensor into blocks of channels or back; a unit is a part of the pixels of one block of one
/// image. Channels after the last become 0.
package struct ReorderArguments {
  /// Pixels that a unit has at most.
  private static let pixelsPerUnit = 1024

  package var sizes: BlockedSizes
  package var plain: UnsafeMutablePointer<Float>
  package var blocked: BlockedTensor

  package init(sizes: BlockedSizes, plain: UnsafeMutablePointer<Float>, blocked: BlockedTensor) {
    self.sizes = sizes
    self.plain = plain
    self.blocked = blocked
  }

  package static func units(_ sizes: BlockedSizes) -> Int { sizes.units * parts(sizes) }

  /// Parts of the pixels of a block.
  package static func parts(_ sizes: BlockedSizes) -> Int { sizes.pixels.groups(of: pixelsPerUnit) }
}

/// Arguments of a pool over blocks of channels.
package struct BlockedPoolArguments {
  /// Of the result.
  package var sizes: BlockedSizes
  package var input: BlockedTensor
  package var output: BlockedTensor
  package var geometry: PoolGeometry
  /// Read by average pools.
  package var divisor: PoolDivisor

  package init(
    sizes: BlockedSizes, input: BlockedTensor, output: BlockedTensor, geometry: PoolGeometry,
    divisor: PoolDivisor = .windowInsideInput
  ) {
    self.sizes = sizes
    self.input = input
    self.output = output
    self.geometry = geometry
    self.divisor = divisor
  }
}

/// Arguments of a function of each element, or of elements of two tensors, in blocks of channels.
package struct BlockedElementsArguments {
  package var sizes: BlockedSizes
  package var input: BlockedTensor
  /// The other operand: of the same sizes, or of one pixel.
  package var other: BlockedTensor?
  package var output: BlockedTensor
  package var activation: FusedActivation

  package init(
    sizes: BlockedSizes, input: BlockedTensor, other: BlockedTensor? = nil, output: BlockedTensor,
    activation: FusedActivation = .none
  ) {
    self.sizes = sizes
    self.input = input
    self.other = other
    self.output = output
    self.activation = activation
  }
}

/// Arguments of a batch normalization by running statistics, with an activation behind it.
package struct BlockedNormalizationArguments {
  package var elements: BlockedElementsArguments
  /// A factor for every channel and then a summand for every channel, of whole blocks.
  package var factors: UnsafePointer<Float>

  package init(elements: BlockedElementsArguments, factors: UnsafePointer<Float>) {
    self.elements = elements
    self.factors = factors
  }
}

/// Arguments of normalizing every pixel over its channels; a unit is a band of pixels of one image.
package struct BlockedPixelNormalizationArguments {
  /// Pixels that a unit has at most.
  package static let pixelsPerUnit = 32

  package var elements: BlockedElementsArguments
  /// A factor for every channel and then a summand for every channel, of whole blocks, 0 after the last channel.
  package var factors: UnsafePointer<Float>
  package var epsilon: Float

  package init(elements: BlockedElementsArguments, factors: UnsafePointer<Float>, epsilon: Float) {
    self.elements = elements
    self.factors = factors
    self.epsilon = epsilon
  }

  package static func units(_ sizes: BlockedSizes) -> Int { sizes.batch * sizes.pixels.groups(of: pixelsPerUnit) }
}

/// Arguments of working out the factors and summands of a normalization; one unit.
package struct NormalizationFactorArguments {
  package var channels: Int
  package var width: Int
  package var normalization: ChannelNormalization
  package var factors: UnsafeMutablePointer<Float>

  package init(
    channels: Int, width: Int, normalization: ChannelNormalization, factors: UnsafeMutablePointer<Float>
  ) {
    self.channels = channels
    self.width = width
    self.normalization = normalization
    self.factors = factors
  }
}

/// Kernels that compute tensors in blocks of channels.
package struct BlockedKernels: Sendable {
  package var packWindows: Kernel<WindowWeightArguments>
  package var convolveWindows: Kernel<WindowArguments>
  package var convolvePooled: Kernel<PooledConvolutionArguments>
  package var packChannels: Kernel<WindowWeightArguments>
  package var convolveChannels: Kernel<WindowArguments>
  package var convolvePointwiseDepthwise: Kernel<PointwiseDepthwiseArguments>
  package var packWinograd: Kernel<WinogradWeightArguments>
  package var convolveWinograd: Kernel<WinogradArguments>
  package var block: Kernel<ReorderArguments>
  package var unblock: Kernel<ReorderArguments>
  package var maxPool: Kernel<BlockedPoolArguments>
  package var averagePool: Kernel<BlockedPoolArguments>
  package var adaptiveAveragePool: Kernel<BlockedPoolArguments>
  package var activate: Kernel<BlockedElementsArguments>
  package var add: Kernel<BlockedElementsArguments>
  package var multiply: Kernel<BlockedElementsArguments>
  package var multiplyChannels: Kernel<BlockedElementsArguments>
  package var copy: Kernel<BlockedElementsArguments>
  package var normalize: Kernel<BlockedNormalizationArguments>
  package var normalizePixels: Kernel<BlockedPixelNormalizationArguments>
  package var normalizationFactors: Kernel<NormalizationFactorArguments>

  package init(
    packWindows: @escaping Kernel<WindowWeightArguments>, convolveWindows: @escaping Kernel<WindowArguments>,
    convolvePooled: @escaping Kernel<PooledConvolutionArguments>,
    packChannels: @escaping Kernel<WindowWeightArguments>, convolveChannels: @escaping Kernel<WindowArguments>,
    convolvePointwiseDepthwise: @escaping Kernel<PointwiseDepthwiseArguments>,
    packWinograd: @escaping Kernel<WinogradWeightArguments>, convolveWinograd: @escaping Kernel<WinogradArguments>,
    block: @escaping Kernel<ReorderArguments>, unblock: @escaping Kernel<ReorderArguments>,
    maxPool: @escaping Kernel<BlockedPoolArguments>, averagePool: @escaping Kernel<BlockedPoolArguments>,
    adaptiveAveragePool: @escaping Kernel<BlockedPoolArguments>, activate: @escaping Kernel<BlockedElementsArguments>,
    add: @escaping Kernel<BlockedElementsArguments>, multiply: @escaping Kernel<BlockedElementsArguments>,
    multiplyChannels: @escaping Kernel<BlockedElementsArguments>, copy: @escaping Kernel<BlockedElementsArguments>,
    normalize: @escaping Kernel<BlockedNormalizationArguments>,
    normalizePixels: @escaping Kernel<BlockedPixelNormalizationArguments>,
    normalizationFactors: @escaping Kernel<NormalizationFactorArguments>
  ) {
    self.packWindows = packWindows
    self.convolveWindows = convolveWindows
    self.convolvePooled = convolvePooled
    self.packChannels = packChannels
    self.convolveChannels = convolveChannels
    self.convolvePointwiseDepthwise = convolvePointwiseDepthwise
    self.packWinograd = packWinograd
    self.convolveWinograd = convolveWinograd
    self.block = block
    self.unblock = unblock
    self.maxPool = maxPool
    self.averagePool = averagePool
    self.adaptiveAveragePool = adaptiveAveragePool
    self.activate = activate
    self.add = add
    self.multiply = multiply
    self.multiplyChannels = multiplyChannels
    self.copy = copy
    self.normalize = normalize
    self.normalizePixels = normalizePixels
    self.normalizationFactors = normalizationFactors
  }
}
