package import Graph
package import Tensors

/// Convolution with a kernel of 1: every position's channels are mixed by one matrix.
///
/// The same as `conv1d`, `conv2d` or `conv3d` with `kernel_size: 1`, parameters and their layout included.
package struct PointwiseConv<let rank: Int>: ParameterizedOperator, CostedOperator, WindowedOperator {
  package static var name: String { "pointwise_conv\(rank)d" }
  package static var summary: String {
    "convolution with a kernel of 1, over \(AxisName.layout(rank).joined(separator: " "))"
  }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { "out_channels" }

  /// The convolution that it is.
  package var convolution = Conv<rank>()

  package init() {}

  package static var attributes: [Attribute<Self>] {
    [
      Attribute("out_channels", \.convolution.outChannels, required: true, .channels, "number of filters"),
      Attribute("stride", \.convolution.window.stride, .atLeast(1), "step between the positions that are read"),
      Attribute("groups", \.convolution.groups, .atLeast(1), "number of groups that channels are split into"),
      Attribute("bias", \.convolution.bias, .any, "whether each filter has a bias"),
      Attribute(
        "rounding", \.convolution.window.rounding, .any, "what happens when positions are left over at the end"),
      Attribute(
        "weight_norm", \.convolution.weightForm.isNormalized, .any,
        "whether filters are trained as directions and lengths"),
      Attribute(
        "weight_standardization", \.convolution.weightForm.isStandardized, .any,
        "whether filters are brought to mean 0 and variance 1"),
      Attribute(
        "in_channels", \.convolution.inChannels, .atLeast(1), "channels of the input, when the file states them"),
    ]
  }

  package func windows(for input: TensorType) -> [AxisWindow] { convolution.windows(for: input) }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    convolution.outputTypes(for: inputs, reporting: &violations)
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] { convolution.parameters(for: inputs) }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    convolution.multiplyAccumulates(inputs: inputs, outputs: outputs)
  }
}
