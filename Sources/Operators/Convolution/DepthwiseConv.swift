package import Graph
package import Tensors

/// Convolution of each channel by itself: a convolution with as many groups as channels.
///
/// `multiplier: m` gives every channel `m` filters; the output has `m * C` channels, those of one channel side by side.
/// The parameters are those of `conv1d`, `conv2d` or `conv3d` with `groups: C`: `weight` `[m * C, 1, kernel...]`.
package struct DepthwiseConv<let rank: Int>: ParameterizedOperator, CostedOperator, WindowedOperator {
  package static var name: String { "depthwise_conv\(rank)d" }
  package static var summary: String {
    "convolution of each channel by itself, over \(AxisName.layout(rank).joined(separator: " "))"
  }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "kernel_size" }

  package var window = Window<rank>(kernelSize: PerAxis(1))
  package var multiplier = 1
  package var bias = true
  package var paddingMode = PaddingMode.zeros
  package var weightForm = WeightForm()
  package var inChannels: Int?

  package init() {}

  package static var attributes: [Attribute<Self>] {
    [
      Attribute("kernel_size", \.window.kernelSize, required: true, .atLeast(1), "size of the filters"),
      Attribute("stride", \.window.stride, .atLeast(1), "step between windows"),
      Attribute("padding", \.window.padding, .any, "cells added around the input, or `same`, or `valid`"),
      Attribute("dilation", \.window.dilation, .atLeast(1), "step between the cells of a window"),
      Attribute("multiplier", \.multiplier, .channels, "filters for each channel"),
      Attribute("bias", \.bias, .any, "whether each filter has a bias"),
      Attribute("padding_mode", \.paddingMode, .any, "what stands in the padding"),
      Attribute("rounding", \.window.rounding, .any, "what happens when windows do not end where the input does"),
      Attribute(
        "weight_norm", \.weightForm.isNormalized, .any,
        "whether filters are trained as directions and lengths"),
      Attribute(
        "weight_standardization", \.weightForm.isStandardized, .any,
        "whether filters are brought to mean 0 and variance 1"),
      Attribute("in_channels", \.inChannels, .atLeast(1), "channels of the input, when the file states them"),
    ]
  }

  /// The convolution that it is for an input; nil while the number of channels is not known.
  package func convolution(for input: TensorType) -> Conv<rank>? {
    guard let channels = input.channels, channels > 0 else { return nil }
    let (filters, overflow) = channels.multipliedReportingOverflow(by: multiplier)
    guard !overflow else { return nil }
    var convolution = Conv<rank>()
    convolution.outChannels = filters
    convolution.groups = channels
    convolution.window = window
    convolution.bias = bias
    convolution.paddingMode = paddingMode
    convolution.inChannels = inChannels
    convolution.weightForm = weightForm
    return convolution
  }

  package func windows(for input: TensorType) -> [AxisWindow] {
    window.axes(for: input.shape.map { Array($0.dimensions.suffix(rank)) } ?? [])
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    if let convolution = convolution(for: inputs[0]) {
      return convolution.outputTypes(for: inputs, reporting: &violations)
    }
    checkFloat(inputs, reporting: &violations)
    let channels = inputs[0].shape.flatMap { $0.rank == rank + 2 ? $0[1] * multiplier : nil } ?? .unknown
    return [window.outputType(for: inputs[0], channels: channels, reporting: &violations)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    convolution(for: inputs[0])?.parameters(for: inputs) ?? []
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    outputs[0].elementCount * Shape(window.kernelSize.values).elementCount
  }
}
