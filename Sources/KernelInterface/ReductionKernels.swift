/// Arguments of folds over axes, such as a sum: one output for each kept element.
///
/// A unit is one output element. The left tensor is contiguous; the right one, where the fold has two, may be repeated.
package struct ReductionArguments {
  package var left: UnsafePointer<Float>
  package var right: UnsafePointer<Float>?
  package var output: UnsafeMutablePointer<Float>
  /// The axes of the output, which is contiguous.
  package var kept: PairedAxes
  package var reduced: PairedAxes
  /// What sums are divided by.
  package var divisor: Float

  package init(
    left: UnsafePointer<Float>, right: UnsafePointer<Float>? = nil, output: UnsafeMutablePointer<Float>,
    kept: PairedAxes, reduced: PairedAxes, divisor: Float = 1
  ) {
    self.left = left
    self.right = right
    self.output = output
    self.kept = kept
    self.reduced = reduced
    self.divisor = divisor
  }
}

/// Arguments of repeating a tensor along axes, divided by a number; units as `BroadcastArguments`, whose left tensor the
/// input is.
package struct SpreadArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var axes: PairedAxes
  package var divisor: Float

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, axes: PairedAxes, divisor: Float = 1
  ) {
    self.input = input
    self.output = output
    self.axes = axes
    self.divisor = divisor
  }
}

/// Arguments of the index of the largest element along one axis: the tensor is `outer x length x inner`; a unit is one
/// outer index.
package struct ArgmaxArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Int64>
  package var length: Int
  package var inner: Int

  package init(input: UnsafePointer<Float>, output: UnsafeMutablePointer<Int64>, length: Int, inner: Int) {
    self.input = input
    self.output = output
    self.length = length
    self.inner = inner
  }
}

/// Folds over axes, and what their gradients need.
package struct ReductionKernels: Sendable {
  /// The sum of the left tensor, times the right one unless it is nil, over the divisor.
  package var sum: Kernel<ReductionArguments>
  package var maximum: Kernel<ReductionArguments>
  package var minimum: Kernel<ReductionArguments>
  /// The first index of the largest element, or of NaN.
  package var argmax: Kernel<ArgmaxArguments>
  package var spread: Kernel<SpreadArguments>

  package init(
    sum: @escaping Kernel<ReductionArguments>, maximum: @escaping Kernel<ReductionArguments>,
    minimum: @escaping Kernel<ReductionArguments>, argmax: @escaping Kernel<ArgmaxArguments>,
    spread: @escaping Kernel<SpreadArguments>
  ) {
    self.sum = sum
    self.maximum = maximum
    self.minimum = minimum
    self.argmax = argmax
    self.spread = spread
  }
}
