package import Graph

extension Linear {
  /// The convolution that computes the same over axis 1 of a tensor with so many axes behind it; its parameters have
  /// more axes, of 1. nil when there is none.
  package func pointwise(axes: Int) -> (any Operator)? {
    guard weightForm.isPlain else { return nil }
    return switch axes {
    case 1: pointwise(PointwiseConv<1>())
    case 2: pointwise(PointwiseConv<2>())
    case 3: pointwise(PointwiseConv<3>())
    default: nil
    }
  }

  private func pointwise<let rank: Int>(_ layer: PointwiseConv<rank>) -> PointwiseConv<rank> {
    var layer = layer
    layer.convolution.outChannels = outFeatures
    layer.convolution.bias = bias
    return layer
  }
}

extension LayerNorm {
  /// The same over axis 1; nil when it normalizes more than the last axis.
  package var overChannels: LayerNorm? {
    guard axis == nil, (normalizedShape?.written.count ?? 1) == 1 else { return nil }
    var layer = self
    layer.normalizedShape = nil
    layer.axis = 1
    return layer
  }
}
