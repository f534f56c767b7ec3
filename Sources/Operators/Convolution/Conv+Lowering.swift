import Graph
import KernelInterface
import Tensors

extension Conv: FormedWeightOperator, ConvolutionLayer {
  package static var tolerance: Tolerance { .accumulation }

  package func lowerPlain(_ site: LoweringSite, in lowering: inout Lowering) {
    var input = site.inputs[0]
    if let padding = borderPadding(of: input) {
      input = padding.pad(input.buffer, path: site.path, in: &lowering)
      lowering.save([input.buffer], for: site)
    }
    steps(site).convolve(
      .forward, "convolution", source: input.buffer, weights: site.parameters[0].buffer,
      bias: bias ? site.parameters[1].buffer : nil, result: site.outputs[0].buffer, in: &lowering)
  }

  package func lowerPlainGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let forward = site.forward
    let steps = steps(forward)
    let padding = borderPadding(of: forward.inputs[0])
    if let gradient = site.inputGradients[0] {
      let result = padding.map { lowering.makeTemporary(forward.path + " padded gradient", sizes: $0.paddedSizes) }
      steps.convolve(
        .transposed, "convolution input gradient", source: upstream.buffer, weights: forward.parameters[0].buffer,
        bias: nil, result: (result ?? gradient).buffer, in: &lowering)
      if let result {
        padding?.padGradient(result.buffer, to: gradient.buffer, path: forward.path, in: &lowering)
      }
    }
    if let gradient = site.parameterGradients[0] {
      let input = lowering.saved(for: forward).first ?? forward.inputs[0].buffer
      steps.weightGradient(input: input, upstream: upstream.buffer, gradient: gradient.buffer, in: &lowering)
    }
    if bias, let gradient = site.parameterGradients[1] {
      lowering.emitBiasGradient(
        path: forward.path, batch: upstream.sizes[0], channels: outChannels, pixels: steps.geometry.outputPixels,
        upstream: upstream.buffer, gradient: gradient.buffer)
    }
  }

  package func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution? {
    guard weightForm.isPlain, paddingMode == .zeros else { return nil }
    return PlainConvolution(
      geometry: geometry(input: input, output: output, padded: nil), direction: .forward, hasBias: bias)
  }

  private func borderPadding(of input: Operand) -> BorderPadding? {
    BorderPadding(paddingMode, sizes: input.sizes, windows: windows(for: TensorType(Shape(input.sizes))))
  }

  private func steps(_ site: LoweringSite) -> ConvolutionSteps {
    let input = site.inputs[0].sizes
    let output = site.outputs[0].sizes
    let padded = borderPadding(of: site.inputs[0])?.paddedSizes
    return ConvolutionSteps(path: site.path, geometry: geometry(input: input, output: output, padded: padded))
  }

  private func geometry(input: [Int], output: [Int], padded: [Int]?) -> ConvolutionGeometry {
    let windows = windows(for: TensorType(Shape(input)))
    let axes = windows.enumerated().map { axis, window in
      ConvolutionGeometry.Axis(
        input: (padded ?? input)[axis + 2], output: output[axis + 2], kernel: window.kernelSize,
        stride: window.stride, dilation: window.dilation, padBegin: padded == nil ? window.padBegin : 0)
    }
    return ConvolutionGeometry(
      batch: input[0], groups: groups, inputChannels: input[1], outputChannels: output[1], axes: axes)
  }
}
