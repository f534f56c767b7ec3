package import Graph
package import Tensors

/// A window of `rank` axes that moves over an input: how many positions it has, and what it does not read.
///
/// With `extent = dilation * (kernelSize - 1) + 1` and `span = in + begin + end - extent`, an axis has
/// `span / stride + 1` positions. What is left over must be 0, else `rounding` decides.
package struct Window<let rank: Int>: Hashable, Sendable {
  package var kernelSize: PerAxis<rank>
  package var stride: PerAxis<rank>
  package var dilation: PerAxis<rank>
  package var padding: Padding<rank>
  package var rounding: Rounding

  package init(
    kernelSize: PerAxis<rank>, stride: PerAxis<rank> = PerAxis(1), dilation: PerAxis<rank> = PerAxis(1),
    padding: Padding<rank> = Padding(0), rounding: Rounding = .exact
  ) {
    self.kernelSize = kernelSize
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.rounding = rounding
  }

  /// The cells from the first to the last that one position covers.
  package func extent(_ axis: Int) -> Int { dilation[axis] * (kernelSize[axis] - 1) + 1 }

  /// The window of each axis, with the padding it comes to for spatial sizes.
  package func axes(for spatial: [Dimension]) -> [AxisWindow] {
    spatial.indices.map { axis in
      let border = padding.border(axis: axis, extent: extent(axis), stride: stride[axis], size: spatial[axis])
      return AxisWindow(
        kernelSize: kernelSize[axis], stride: stride[axis], dilation: dilation[axis], padBegin: border.begin,
        padEnd: border.end)
    }
  }

  /// The spatial sizes of the output; reports windows that do not fit, or that leave something over.
  ///
  /// What a repair of the window would change is not known. A size that is not a number gets the formula rounded down,
  /// with a demand that it is exact.
  package func outputSizes(for input: Shape, reporting violations: inout [Violation]) -> [Dimension] {
    let spatial = Array(input.dimensions.suffix(rank))
    let fits = axes(for: spatial).enumerated().map { axis, window in
      AxisFit(axis: AxisName(axis, of: rank), input: spatial[axis], window: window, rule: rule)
    }
    report(fits, for: input, to: &violations)
    demand(fits, reporting: &violations)
    return fits.map { fit in fit.isEmpty || (rule == .exact && fit.unread > 0) ? .unknown : fit.output }
  }

  /// The type `[N, channels, ...]` of the output for an input `[N, C, ...]`, the same channels when none are given.
  ///
  /// Nothing is known behind an input of another rank: which of the two is meant is open.
  package func outputType(
    for input: TensorType, channels: Dimension? = nil, reporting violations: inout [Violation]
  ) -> TensorType {
    guard let shape = input.shape else {
      return TensorType(Shape([.unknown, channels ?? .unknown] + Array(repeating: .unknown, count: rank)))
    }
    guard shape.rank == rank + 2 else {
      violations.append(.wrongRank(shape, expected: AxisName.layout(rank)))
      return .unknown
    }
    let sizes = outputSizes(for: shape, reporting: &violations)
    return TensorType(Shape([shape[0], channels ?? shape[1]] + sizes), input.dtype)
  }

  private var rule: AxisFit.Rule {
    switch (padding, rounding) {
    case (.same, _): .same
    case (_, .exact): .exact
    case (_, .floor): .floor
    case (_, .ceil): .ceil
    }
  }
}
