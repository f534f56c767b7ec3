package import Graph
package import Tensors

/// Transposed convolution over `rank` spatial axes: the gradient of a convolution by its input, as a layer.
///
/// Every input position adds its value times the filter to a window of the output; windows are `stride` apart.
/// `out = (in - 1) * stride - pad_begin - pad_end + dilation * (kernel - 1) + 1 + output_padding`, always whole.
/// `output_padding` adds rows and columns at the end that are computed like the others; they are not zeros. It must be
/// less than the stride or the dilation, else a whole position would be missing from the input.
///
/// Parameters as PyTorch's, the channels the other way round than in a convolution: `weight`
/// `[C, out_channels / groups, kernel...]` and `bias` `[out_channels]`, uniform in
/// `±1 / sqrt(out_channels / groups * kernel cells)`. With `weight_norm` there are `weight_g` `[C, 1...]` and `weight_v` in
/// place of `weight`, `weight = weight_g * weight_v / |weight_v|` for each input channel, as PyTorch does by default.
package struct ConvTranspose<let rank: Int>: ParameterizedOperator, CostedOperator {
  package static var name: String { "conv_transpose\(rank)d" }
  package static var summary: String { "transposed convolution over \(AxisName.layout(rank).joined(separator: " "))" }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }

  package var outChannels = 1
  package var kernelSize = PerAxis<rank>(1)
  package var stride = PerAxis<rank>(1)
  package var padding = Padding<rank>(0)
  package var outputPadding = PerAxis<rank>(0)
  package var dilation = PerAxis<rank>(1)
  package var groups = 1
  package var bias = true
  package var weightForm = WeightForm()
  package var inChannels: Int?

  package init() {}

  package static var attributes: [Attribute<Self>] {
    [
      Attribute("out_channels", \.outChannels, required: true, .channels, "number of filters"),
      Attribute("kernel_size", \.kernelSize, required: true, .atLeast(1), "size of the filters"),
      Attribute("stride", \.stride, .atLeast(1), "step between windows of the output"),
      Attribute("padding", \.padding, .inNumbers(), "cells cut off around the output"),
      Attribute("output_padding", \.outputPadding, .atLeast(0), "rows and columns added at the end of the output"),
      Attribute("dilation", \.dilation, .atLeast(1), "step between the cells of a window"),
      Attribute("groups", \.groups, .atLeast(1), "number of groups that channels are split into"),
      Attribute("bias", \.bias, .any, "whether each filter has a bias"),
      Attribute(
        "weight_norm", \.weightForm.isNormalized, .any,
        "whether filters are trained as directions and lengths"),
      Attribute("in_channels", \.inChannels, .atLeast(1), "channels of the input, when the file states them"),
    ]
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    checkChannels(of: inputs[0], axes: rank + 2, declared: inChannels, reporting: &violations)
    checkGroups(groups, of: inputs[0], axes: rank + 2, outChannels: outChannels, reporting: &violations)
    for axis in 0..<rank where outputPadding[axis] >= max(stride[axis], dilation[axis]) {
      violations.append(.outputPaddingTooLarge(outputPadding[axis], stride: stride[axis], dilation: dilation[axis]))
      break
    }
    let channels = Dimension.known(outChannels)
    guard let shape = inputs[0].shape else {
      return [TensorType(Shape([.unknown, channels] + Array(repeating: .unknown, count: rank)))]
    }
    guard shape.rank == rank + 2 else {
      violations.append(.wrongRank(shape, expected: AxisName.layout(rank)))
      return [.unknown]
    }
    let sizes = outputSizes(for: Array(shape.dimensions.suffix(rank)))
    for size in sizes { violations.demand(.atLeast(size, 1), .emptyTransposedOutput, at: .attribute("padding")) }
    if let axis = sizes.firstIndex(where: { ($0.value ?? 1) < 1 }) {
      violations.append(.emptyTransposedOutput(sizes[axis], axis: AxisName(axis, of: rank), input: shape))
    }
    return [TensorType(Shape([shape[0], channels] + sizes.map { ($0.value ?? 1) < 1 ? .unknown : $0 }), .float32)]
  }

  /// The sizes of the output for spatial sizes of the input; below 1 where the padding cuts everything off.
  private func outputSizes(for spatial: [Dimension]) -> [Dimension] {
    spatial.indices.map { axis in
      let border = border(axis)
      let extent = dilation[axis] * (kernelSize[axis] - 1) + 1
      return (spatial[axis] - 1) * stride[axis] + (extent + outputPadding[axis] - border.begin - border.end)
    }
  }

  /// The cells cut off at both ends of an axis.
  package func border(_ axis: Int) -> Padding<rank>.Border {
    padding.border(
      axis: axis, extent: dilation[axis] * (kernelSize[axis] - 1) + 1, stride: stride[axis], size: .unknown)
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let channels = inputs[0].channels ?? inChannels, outChannels % groups == 0 else { return [] }
    return weightForm.parameters(
      .filters(weight: [channels, outChannels / groups] + kernelSize.values, bias: bias ? outChannels : nil))
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    inputs[0].elementCount * Dimension.known(outChannels).floorDivided(by: groups)
      * Shape(kernelSize.values).elementCount
  }
}

extension AttributeConstraint {
  /// Padding in numbers: `same` and `causal` are about an input, not about an output.
  fileprivate static func inNumbers<let rank: Int>() -> Self where Value == Padding<rank> {
    Self("must be given in numbers") { if case .explicit = $0 { true } else { $0 == .valid } }
  }
}
