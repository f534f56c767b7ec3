package import Graph
package import Tensors

extension Upsample: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let count = inputs[0].rank - 2
    guard axis >= 2 else { return nil }
    if let size = size?.values(count: count) { return .given("size: \(size[axis - 2])") }
    guard let factor = scaleFactor?.values(count: count)?[axis - 2] else { return .kept(AxisSource(1, axis: axis)) }
    let isWhole = factor == factor.rounded() && factor.magnitude < 0x1p53
    let product = "\(inputs[0][axis].factor)*\(isWhole ? "\(Int(factor))" : "\(factor)")"
    return .computed(formula: isWhole ? product : "floor(\(product))", AxisSource(axis: axis))
  }
}

extension ConvTranspose: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis >= 2 else { return nil }
    let index = axis - 2
    let border = border(index)
    return .computed(
      formula: TransposedFormula(
        input: inputs[0][axis], kernelSize: kernelSize[index], stride: stride[index], dilation: dilation[index],
        begin: border.begin, end: border.end, added: outputPadding[index]
      ).text, AxisSource(axis: axis))
  }
}

extension MaxUnpool2d: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis >= 2 else { return .shared([AxisSource(0, axis: axis), AxisSource(1, axis: axis)]) }
    let index = axis - 2
    if let outputSize { return .given("output_size: \(outputSize[index])") }
    return .computed(
      formula: TransposedFormula(
        input: inputs[0][axis], kernelSize: kernelSize[index], stride: step(index), dilation: 1,
        begin: padding[index], end: padding[index], added: 0
      ).text, AxisSource(axis: axis))
  }
}

/// `(in - 1)*stride - padding + window + added`.
private struct TransposedFormula {
  var input: Dimension
  var kernelSize: Int
  var stride: Int
  var dilation: Int
  var begin: Int
  var end: Int
  var added: Int

  var text: String {
    var text = "(\(input) - 1)" + (stride == 1 ? "" : "*\(stride)")
    if begin == end, begin != 0 {
      text += " - 2*\(begin)"
    } else if begin != end {
      text += " - \(begin) - \(end)"
    }
    text += dilation == 1 ? " + \(kernelSize)" : " + \(dilation)*(\(kernelSize) - 1) + 1"
    return added == 0 ? text : text + " + \(added)"
  }
}

extension PixelShuffle: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let size = inputs[0][axis].factor
    switch axis {
    case 0: return nil
    case 1: return .computed(formula: "\(size)/\(upscaleFactor)**2", AxisSource(axis: axis))
    default: return .computed(formula: "\(size)*\(upscaleFactor)", AxisSource(axis: axis))
    }
  }
}

extension PixelUnshuffle: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    let size = inputs[0][axis].factor
    switch axis {
    case 0: return nil
    case 1: return .computed(formula: "\(size)*\(downscaleFactor)**2", AxisSource(axis: axis))
    default: return .computed(formula: "\(size)/\(downscaleFactor)", AxisSource(axis: axis))
    }
  }
}

extension DepthwiseConv: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard axis == 1, multiplier != 1 else { return nil }
    return .computed(formula: "\(inputs[0][1].factor)*\(multiplier)", AxisSource(axis: 1))
  }
}

extension Glu: AxisOriginOperator {
  package func origin(ofAxis axis: Int, ofOutput: Int, inputs: [Shape], outputs: [Shape]) -> AxisOrigin? {
    guard AxisIndex.resolve(dim, rank: inputs[0].rank) == axis else { return nil }
    return .computed(formula: "\(inputs[0][axis].factor)/2", AxisSource(axis: axis))
  }
}
