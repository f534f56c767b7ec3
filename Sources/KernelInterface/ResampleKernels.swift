/// How one axis is resampled: every output element is a weighted sum of input elements that lie side by side.
package struct ResampleAxis: Hashable, Sendable {
  package var input: Int
  package var output: Int
  /// The most input elements that one output element reads.
  package var tapLimit: Int
  /// Whether every output element is the input element of its place.
  package var isKept: Bool
  /// Whether every input element is copied to two output elements.
  package var isDoubled: Bool

  package init(input: Int, output: Int, tapLimit: Int, isKept: Bool = false, isDoubled: Bool = false) {
    self.input = input
    self.output = output
    self.tapLimit = tapLimit
    self.isKept = isKept
    self.isDoubled = isDoubled
  }

  /// An axis that does not exist or does not change.
  package static func kept(_ size: Int) -> ResampleAxis {
    ResampleAxis(input: size, output: size, tapLimit: 1, isKept: true)
  }

  /// Bytes of the axis's taps: for every output element the first input element and how many it reads, then for each
  /// output element `tapLimit` weights. A kept axis has none.
  package var tapBytes: Int { isKept ? 0 : output * 16 + (output * tapLimit).groups(of: 2) * 8 }
}

/// The taps of one axis in memory.
package struct ResampleTaps {
  package let ranges: UnsafePointer<Int64>
  package let weights: UnsafePointer<Float>
  package let tapLimit: Int

  package init(_ memory: UnsafeRawPointer, _ axis: ResampleAxis) {
    ranges = memory.assumingMemoryBound(to: Int64.self)
    weights = (memory + axis.output * 16).assumingMemoryBound(to: Float.self)
    tapLimit = axis.tapLimit
  }
}

/// Arguments of resampling the last three axes; a unit is one plane, all indices of these axes.
///
/// The first input element of an axis never decreases from one output element to the next, nor does the last.
package struct ResampleArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  /// The taps of the depth, then of the height, then of the width.
  package var taps: UnsafeRawPointer
  package var depth: ResampleAxis
  package var height: ResampleAxis
  package var width: ResampleAxis
  package var scratch: UnsafeMutableRawPointer

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, taps: UnsafeRawPointer, depth: ResampleAxis,
    height: ResampleAxis, width: ResampleAxis, scratch: UnsafeMutableRawPointer
  ) {
    self.input = input
    self.output = output
    self.taps = taps
    self.depth = depth
    self.height = height
    self.width = width
    self.scratch = scratch
  }

  /// Rows of the output's width for the input rows that an output row reads, and one input slice.
  package static func scratchBytes(depth: ResampleAxis, height: ResampleAxis, width: ResampleAxis) -> Int {
    4 * (height.tapLimit * width.output + (depth.isKept ? 0 : height.input * width.input))
  }
}

/// Resampling to another size.
package struct ResampleKernels: Sendable {
  package var resample: Kernel<ResampleArguments>
  /// Reads the gradient by the larger or smaller tensor as `input`, and writes the gradient by the original as
  /// `output`; the axes are those of the forward pass.
  package var resampleGradient: Kernel<ResampleArguments>

  package init(
    resample: @escaping Kernel<ResampleArguments>, resampleGradient: @escaping Kernel<ResampleArguments>
  ) {
    self.resample = resample
    self.resampleGradient = resampleGradient
  }
}
