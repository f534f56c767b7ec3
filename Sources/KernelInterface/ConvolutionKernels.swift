/// Arguments of a convolution of plain tensors in either direction; a unit is one of `blocking.units`.
package struct ConvolutionArguments {
  package var geometry: ConvolutionGeometry
  package var direction: ConvolutionDirection
  package var blocking: ConvolutionBlocking
  /// x forward, y in the transposed direction.
  package var source: UnsafePointer<Float>
  /// What `packWeights` wrote for this direction; for a depthwise kernel the weights themselves.
  package var weights: UnsafePointer<Float>
  /// One value for each channel of the result.
  package var bias: UnsafePointer<Float>?
  package var destination: UnsafeMutablePointer<Float>
  package var scratch: UnsafeMutableRawPointer

  package init(
    geometry: ConvolutionGeometry, direction: ConvolutionDirection, blocking: ConvolutionBlocking,
    source: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil,
    destination: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    self.geometry = geometry
    self.direction = direction
    self.blocking = blocking
    self.source = source
    self.weights = weights
    self.bias = bias
    self.destination = destination
    self.scratch = scratch
  }
}

/// Arguments of bringing weights into the order in which a convolution reads them: `geometry.weightCount` floats.
package struct ConvolutionWeightArguments {
  package var geometry: ConvolutionGeometry
  package var direction: ConvolutionDirection
  package var weights: UnsafePointer<Float>
  package var packed: UnsafeMutablePointer<Float>

  package init(
    geometry: ConvolutionGeometry, direction: ConvolutionDirection, weights: UnsafePointer<Float>,
    packed: UnsafeMutablePointer<Float>
  ) {
    self.geometry = geometry
    self.direction = direction
    self.weights = weights
    self.packed = packed
  }

  package static let rowsPerUnit = ConvolutionBlocking.rowGranule

  /// A unit is `rowsPerUnit` rows of one group.
  package static func units(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) -> Int {
    let rows = direction == .forward ? geometry.outputChannelsPerGroup : geometry.inputChannelsPerGroup
    return geometry.groups * rows.groups(of: rowsPerUnit)
  }
}

/// Arguments of the gradient of a convolution by its weights.
package struct ConvolutionWeightGradientArguments {
  package var geometry: ConvolutionGeometry
  /// x.
  package var input: UnsafePointer<Float>
  /// The gradient by y as `packUpstream` wrote it; for a depthwise gradient the gradient itself.
  package var upstream: UnsafePointer<Float>
  package var gradient: UnsafeMutablePointer<Float>
  package var scratch: UnsafeMutableRawPointer

  package init(
    geometry: ConvolutionGeometry, input: UnsafePointer<Float>, upstream: UnsafePointer<Float>,
    gradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    self.geometry = geometry
    self.input = input
    self.upstream = upstream
    self.gradient = gradient
    self.scratch = scratch
  }

  /// Rows of the gradient, each a tap of an input channel, that a unit has at most.
  package static let rowsPerUnit = 48
  /// Output channels that a unit has at most: a multiple of every level's tile width.
  package static let columnsPerUnit = 192

  /// A unit is a block of rows and columns of one group, summed over the whole batch.
  package static func units(_ geometry: ConvolutionGeometry) -> Int {
    geometry.groups * (geometry.inputChannelsPerGroup * geometry.taps).groups(of: rowsPerUnit)
      * geometry.outputChannelsPerGroup.groups(of: columnsPerUnit)
  }

  package static func scratchBytes(_ geometry: ConvolutionGeometry) -> Int {
    4 * (rowsPerUnit * (PackedPart.pitch + columnsPerUnit) + PackedPart.tileCount)
      + 8 * (4 * PackedPart.columns + 3 * geometry.taps)
  }

  /// The scratch of a depthwise gradient: that of a convolution by channels, and a vector of sums for each tap.
  package static func depthwiseScratchBytes(_ geometry: ConvolutionGeometry) -> Int {
    ConvolutionBlocking(geometry, .forward, threads: 1, isDepthwise: true).scratchBytes + 64 * geometry.taps
  }
}

/// Arguments of bringing the gradient by y into the order in which the weight gradient reads it.
package struct ConvolutionUpstreamArguments {
  package var geometry: ConvolutionGeometry
  package var upstream: UnsafePointer<Float>
  package var packed: UnsafeMutablePointer<Float>

  package init(
    geometry: ConvolutionGeometry, upstream: UnsafePointer<Float>, packed: UnsafeMutablePointer<Float>
  ) {
    self.geometry = geometry
    self.upstream = upstream
    self.packed = packed
  }

  package static let pixelsPerUnit = 256

  /// A unit is a block of pixels of one group of one image.
  package static func units(_ geometry: ConvolutionGeometry) -> Int {
    geometry.batch * geometry.groups * geometry.outputPixels.groups(of: pixelsPerUnit)
  }

  /// Floats of the packed gradient.
  package static func packedCount(_ geometry: ConvolutionGeometry) -> Int {
    geometry.batch * geometry.groups * paddedChannels(geometry) * geometry.outputPixels
  }

  package static func paddedChannels(_ geometry: ConvolutionGeometry) -> Int {
    geometry.outputChannelsPerGroup.groups(of: 16) * 16
  }
}

/// Arguments of the sum of each channel over batch and pixels, such as the gradient of a bias; a unit is a channel
/// block.
package struct ChannelSumArguments {
  package var batch: Int
  package var channels: Int
  package var pixels: Int
  package var input: UnsafePointer<Float>
  package var sums: UnsafeMutablePointer<Float>

  package init(
    batch: Int, channels: Int, pixels: Int, input: UnsafePointer<Float>, sums: UnsafeMutablePointer<Float>
  ) {
    self.batch = batch
    self.channels = channels
    self.pixels = pixels
    self.input = input
    self.sums = sums
  }

  package static let channelsPerUnit = 16
}

/// Convolutions, their gradients and what prepares their operands.
package struct ConvolutionKernels: Sendable {
  package var packWeights: Kernel<ConvolutionWeightArguments>
  package var convolve: Kernel<ConvolutionArguments>
  package var packUpstream: Kernel<ConvolutionUpstreamArguments>
  package var weightGradient: Kernel<ConvolutionWeightGradientArguments>
  package var channelSum: Kernel<ChannelSumArguments>
  package var depthwise: Kernel<ConvolutionArguments>
  package var depthwiseWeightGradient: Kernel<ConvolutionWeightGradientArguments>

  package init(
    packWeights: @escaping Kernel<ConvolutionWeightArguments>,
    convolve: @escaping Kernel<ConvolutionArguments>, packUpstream: @escaping Kernel<ConvolutionUpstreamArguments>,
    weightGradient: @escaping Kernel<ConvolutionWeightGradientArguments>,
    channelSum: @escaping Kernel<ChannelSumArguments>, depthwise: @escaping Kernel<ConvolutionArguments>,
    depthwiseWeightGradient: @escaping Kernel<ConvolutionWeightGradientArguments>
  ) {
    self.packWeights = packWeights
    self.convolve = convolve
    self.packUpstream = packUpstream
    self.weightGradient = weightGradient
    self.channelSum = channelSum
    self.depthwise = depthwise
    self.depthwiseWeightGradient = depthwiseWeightGradient
  }
}
