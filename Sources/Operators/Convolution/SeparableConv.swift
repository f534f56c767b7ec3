package import Graph
package import Tensors

/// Depthwise separable convolution: each channel is filtered by itself, then the channels are mixed.
///
/// Stands for two layers below its own name, `depthwise` (see `depthwise_conv2d`) and `pointwise`
/// (see `pointwise_conv2d`); the window's attributes go to the first, `out_channels` to the second, `bias` to both.
/// The parameters are `depthwise.weight`, `depthwise.bias`, `pointwise.weight` and `pointwise.bias`.
package struct SeparableConv<let rank: Int>: CompositeOperator {
  package static var name: String { "separable_conv\(rank)d" }
  package static var summary: String {
    "a depthwise and then a pointwise convolution over \(AxisName.layout(rank).joined(separator: " "))"
  }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }

  package var depthwise = DepthwiseConv<rank>()
  package var outChannels = 1
  package var bias = true

  package init() {}

  package static var attributes: [Attribute<Self>] {
    [
      Attribute("out_channels", \.outChannels, required: true, .channels, "number of filters of the second stage"),
      Attribute(
        "kernel_size", \.depthwise.window.kernelSize, required: true, .atLeast(1), "size of the first stage's filters"),
      Attribute("stride", \.depthwise.window.stride, .atLeast(1), "step between windows of the first stage"),
      Attribute("padding", \.depthwise.window.padding, .any, "cells added around the input, or `same`, or `valid`"),
      Attribute("dilation", \.depthwise.window.dilation, .atLeast(1), "step between the cells of a window"),
      Attribute("multiplier", \.depthwise.multiplier, .channels, "filters for each channel in the first stage"),
      Attribute("bias", \.bias, .any, "whether each filter of both stages has a bias"),
      Attribute("padding_mode", \.depthwise.paddingMode, .any, "what stands in the padding"),
      Attribute(
        "rounding", \.depthwise.window.rounding, .any, "what happens when windows do not end where the input does"),
      Attribute("in_channels", \.depthwise.inChannels, .atLeast(1), "channels of the input, when the file states them"),
    ]
  }

  package func stages(for input: TensorType) -> [(name: String, operation: any Operator)] {
    var first = depthwise
    first.bias = bias
    return [("depthwise", first), ("pointwise", mixing)]
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    mixing.outputTypes(for: depthwise.outputTypes(for: inputs, reporting: &violations), reporting: &violations)
  }

  private var mixing: PointwiseConv<rank> {
    var second = PointwiseConv<rank>()
    second.convolution.outChannels = outChannels
    second.convolution.bias = bias
    return second
  }
}
