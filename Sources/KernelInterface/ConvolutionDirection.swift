/// Which way a convolution computes.
package enum ConvolutionDirection: Hashable, Sendable {
  /// y from x.
  case forward
  /// x from y: a transposed convolution, or the gradient by the input.
  case transposed
}

/// An axis as a direction reads it: phase by phase of its result, each of positions that read the same taps.
extension ConvolutionGeometry.Axis {
  /// The cells of what is computed.
  func resultSize(_ direction: ConvolutionDirection) -> Int { direction == .forward ? output : input }

  /// The distance in the source between neighbouring positions of a phase.
  func step(_ direction: ConvolutionDirection) -> Int { direction == .forward ? stride : 1 }

  /// The stride in the transposed direction, as far as positions exist.
  func phases(_ direction: ConvolutionDirection) -> Int { direction == .forward ? 1 : min(stride, input) }

  /// The positions of the largest phase.
  func positions(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? output : input.groups(of: stride)
  }

  /// The taps that a phase has at most.
  func phaseTaps(_ direction: ConvolutionDirection) -> Int {
    if direction == .forward { return kernel }
    var (a, b) = (stride, dilation)
    while b > 0 { (a, b) = (b, a % b) }
    return kernel.groups(of: stride / a)
  }

  /// How many steps the last tap of a position reads after the first, in either direction.
  var neighbours: Int { dilation * (kernel - 1) / stride }

  /// Where the first positions of all phases read the source in the transposed direction: the lowest place, and how many
  /// cells the highest lies behind it.
  package var transposedCells: (first: Int, neighbours: Int) {
    let reach = dilation * (kernel - 1) - padBegin
    let first = reach < 0 ? (-reach).groups(of: stride) : -(reach / stride)
    let last = padBegin < 0 ? -(-padBegin / stride) : padBegin.groups(of: stride)
    return (first, last - first)
  }

  /// The cells of the source that the taps of one position span, at most.
  func reach(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? dilation * (kernel - 1) + 1 : neighbours + 1
  }
}

extension ConvolutionGeometry {
  /// The channels of what is read and of what is computed.
  package func sourceChannels(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? inputChannels : outputChannels
  }
  package func resultChannels(_ direction: ConvolutionDirection) -> Int {
    direction == .forward ? outputChannels : inputChannels
  }

  /// The phases of each axis.
  func phases(_ direction: ConvolutionDirection) -> (depth: Int, height: Int, width: Int) {
    (depth.phases(direction), height.phases(direction), width.phases(direction))
  }

  /// The taps that a phase has at most.
  func phaseTaps(_ direction: ConvolutionDirection) -> Int {
    depth.phaseTaps(direction) * height.phaseTaps(direction) * width.phaseTaps(direction)
  }
}
