package import Graph
package import Tensors

/// Convolution over `rank` spatial axes: every output position is the bias plus the sum of a window times the filter.
///
/// `y[n, k, p] = bias[k] + sum over c, r of weight[k, c, r] * x[n, c, p * stride - pad_begin + r * dilation]`, which is
/// cross-correlation, as in every framework. Input `[N, C, ...]`, output `[N, out_channels, ...]`; the sizes follow
/// from the window, see `rounding`. With `groups: g`, filter `k` reads only the channels of its own group.
///
/// Parameters as PyTorch's: `weight` `[out_channels, C / groups, kernel...]` and `bias` `[out_channels]`, both uniform
/// in `±1 / sqrt(C / groups * kernel cells)` (`kaiming_uniform` with `a = sqrt(5)`).
///
/// With `weight_norm` there are `weight_g` `[out_channels, 1...]` and `weight_v` in place of `weight`, as in
/// `torch.nn.utils.weight_norm`: `weight = weight_g * weight_v / |weight_v|` for each filter. With
/// `weight_standardization` the filters are `(weight - mean) / sqrt(var + 1e-6)`, as in timm's `StdConv2d`; BiT's own code
/// adds 1e-10.
///
/// `padding: same` follows TensorFlow and ONNX SAME_UPPER: it allows a stride and puts the odd cell at the end, where
/// PyTorch's `same` needs stride 1.
package struct Conv<let rank: Int>: ParameterizedOperator, CostedOperator, WindowedOperator {
  package static var name: String { "conv\(rank)d" }
  package static var summary: String { "convolution over \(AxisName.layout(rank).joined(separator: " "))" }
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var primaryAttribute: String? { nil }

  package var outChannels = 1
  package var window = Window<rank>(kernelSize: PerAxis(1))
  package var groups = 1
  package var bias = true
  package var paddingMode = PaddingMode.zeros
  package var weightForm = WeightForm()
  package var inChannels: Int?

  package init() {}

  package static var attributes: [Attribute<Self>] {
    [
      Attribute("out_channels", \.outChannels, required: true, .channels, "number of filters"),
      Attribute("kernel_size", \.window.kernelSize, required: true, .atLeast(1), "size of the filters"),
      Attribute("stride", \.window.stride, .atLeast(1), "step between windows"),
      Attribute("padding", \.window.padding, .any, "cells added around the input, or `same`, or `valid`"),
      Attribute("dilation", \.window.dilation, .atLeast(1), "step between the cells of a window"),
      Attribute("groups", \.groups, .atLeast(1), "number of groups that channels are split into"),
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

  package func windows(for input: TensorType) -> [AxisWindow] {
    window.axes(for: input.shape.map { Array($0.dimensions.suffix(rank)) } ?? [])
  }

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    checkChannels(of: inputs[0], axes: rank + 2, declared: inChannels, reporting: &violations)
    checkGroups(groups, of: inputs[0], axes: rank + 2, outChannels: outChannels, reporting: &violations)
    checkBorders(of: inputs[0], reporting: &violations)
    weightForm.check(reporting: &violations)
    return [window.outputType(for: inputs[0], channels: .known(outChannels), reporting: &violations)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    guard let channels = inputs[0].channels ?? inChannels, channels % groups == 0 else { return [] }
    return weightForm.parameters(
      .filters(weight: [outChannels, channels / groups] + window.kernelSize.values, bias: bias ? outChannels : nil))
  }

  package func multiplyAccumulates(inputs: [Shape], outputs: [Shape]) -> Dimension {
    guard inputs[0].rank == rank + 2 else { return .unknown }
    return outputs[0].elementCount * inputs[0][1].floorDivided(by: groups)
      * Shape(window.kernelSize.values).elementCount
  }

  /// Padding that mirrors or wraps cannot reach further than the input does.
  private func checkBorders(of input: TensorType, reporting violations: inout [Violation]) {
    guard let shape = input.shape, shape.rank == rank + 2 else { return }
    let spatial = Array(shape.dimensions.suffix(rank))
    for (axis, size) in spatial.enumerated() where size.value == nil {
      guard let minimums = minimumSizes(axis) else { break }
      violations.demand(.atLeast(size, minimums), .paddingBeyondInput, at: .attribute("padding"))
    }
    for (axis, window) in windows(for: input).enumerated() {
      guard let size = spatial[axis].value, let limit = paddingMode.limit(for: size) else { continue }
      let reach = max(window.padBegin, window.padEnd)
      if reach > limit {
        violations.append(.paddingBeyondInput(reach, mode: paddingMode, limit: limit, size: size, input: shape))
        return
      }
    }
  }

  /// The smallest size of an axis that the padding mode has cells for, by the size's remainder by the stride.
  private func minimumSizes(_ axis: Int) -> [Int]? {
    let rests = 0..<(window.padding == .same ? window.stride[axis] : 1)
    let minimums = rests.compactMap { rest in
      let border = window.padding.border(
        axis: axis, extent: window.extent(axis), stride: window.stride[axis], size: .known(rest))
      return paddingMode.minimumSize(for: max(border.begin, border.end))
    }
    return minimums.isEmpty ? nil : minimums
  }
}
