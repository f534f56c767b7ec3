/// The sizes of a convolution from x `[batch, inputChannels, D, H, W]` to y `[batch, outputChannels, D', H', W']` with
/// weights `[outputChannels, inputChannels / groups, kernel...]`; fewer spatial axes are leading ones of size 1.
///
/// A transposed convolution is the same geometry read backwards: its input is y and its output x.
package struct ConvolutionGeometry: Hashable, Sendable {
  /// One spatial axis: y's position `o` reads x at `o * stride + tap * dilation - padBegin`, which is 0 outside of x.
  package struct Axis: Hashable, Sendable {
    package var input: Int
    package var output: Int
    package var kernel: Int
    package var stride: Int
    package var dilation: Int
    package var padBegin: Int

    package init(input: Int, output: Int, kernel: Int, stride: Int = 1, dilation: Int = 1, padBegin: Int = 0) {
      self.input = input
      self.output = output
      self.kernel = kernel
      self.stride = stride
      self.dilation = dilation
      self.padBegin = padBegin
    }

    package static let single = Axis(input: 1, output: 1, kernel: 1)

    /// The positions of y that read inside of x through a tap.
    package func positions(reading tap: Int) -> Range<Int> {
      insideCells(tap * dilation - padBegin, stride, output, of: input)
    }

    /// Whether every position reads the cell at the same place alone.
    var isPointwise: Bool { kernel == 1 && stride == 1 && padBegin == 0 && input == output }
  }

  package var batch: Int
  package var groups: Int
  package var inputChannels: Int
  package var outputChannels: Int
  package var depth: Axis
  package var height: Axis
  package var width: Axis

  /// A geometry of one to three spatial axes; a pointwise one becomes a single axis of all pixels.
  package init(batch: Int, groups: Int = 1, inputChannels: Int, outputChannels: Int, axes: [Axis]) {
    precondition((1...3).contains(axes.count), "a convolution has one to three spatial axes")
    self.batch = batch
    self.groups = groups
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    guard !axes.allSatisfy(\.isPointwise) else {
      let pixels = axes.reduce(1) { $0 * $1.input }
      (depth, height, width) = (.single, .single, Axis(input: pixels, output: pixels, kernel: 1))
      return
    }
    depth = axes.count > 2 ? axes[axes.count - 3] : .single
    height = axes.count > 1 ? axes[axes.count - 2] : .single
    width = axes[axes.count - 1]
  }

  /// The same with the only axis as the height where it is the width: rows of one cell, of which bands can be cut. Of a
  /// pointwise convolution bands are cut anyhow.
  var withSingleAxisAsHeight: ConvolutionGeometry {
    guard depth == .single, height == .single, !width.isPointwise else { return self }
    var geometry = self
    (geometry.height, geometry.width) = (width, .single)
    return geometry
  }

  /// The same with a stride of at least the kernel's reach where y has one position alone, whose stride does not matter:
  /// read backwards, every place of x then has one tap, instead of all, of which the others lie outside of y.
  var withSinglePositionsApart: ConvolutionGeometry {
    func apart(_ axis: Axis) -> Axis {
      var axis = axis
      if axis.output == 1 { axis.stride = max(axis.stride, axis.reach(.forward)) }
      return axis
    }
    var geometry = self
    (geometry.depth, geometry.height, geometry.width) = (apart(depth), apart(height), apart(width))
    return geometry
  }

  package var inputChannelsPerGroup: Int { inputChannels / groups }
  package var outputChannelsPerGroup: Int { outputChannels / groups }
  package var inputPixels: Int { depth.input * height.input * width.input }
  package var outputPixels: Int { depth.output * height.output * width.output }
  package var taps: Int { depth.kernel * height.kernel * width.kernel }
  package var weightCount: Int { outputChannels * inputChannelsPerGroup * taps }
  package var multiplyAccumulates: Double { Double(batch) * Double(outputPixels) * Double(weightCount) }

  /// Whether every output channel reads one input channel alone.
  package var isDepthwise: Bool { inputChannelsPerGroup == 1 }
  /// Whether each channel is computed from the same one alone.
  package var isChannelwise: Bool { groups > 1 && groups == inputChannels && groups == outputChannels }
  /// Whether every position reads the cells at the same place alone.
  package var isPointwise: Bool { depth.isPointwise && height.isPointwise && width.isPointwise }
}

/// Of some cells from the first on, a step apart, those that lie inside of an axis.
package func insideCells(_ first: Int, _ step: Int, _ count: Int, of size: Int) -> Range<Int> {
  let low = min(count, max(-first, 0).groups(of: step))
  return low..<max(low, min(count, max(size - first, 0).groups(of: step)))
}
