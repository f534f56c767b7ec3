import Graph
import KernelInterface

/// A transposed convolution is a convolution from its output (x) to its input (y), computed backwards.
extension ConvTranspose: FormedWeightOperator, ConvolutionLayer {
  package static var tolerance: Tolerance { .accumulation }

  package func lowerPlain(_ site: LoweringSite, in lowering: inout Lowering) {
    steps(site).convolve(
      .transposed, "transposed convolution", source: site.inputs[0].buffer, weights: site.parameters[0].buffer,
      bias: bias ? site.parameters[1].buffer : nil, result: site.outputs[0].buffer, in: &lowering)
  }

  package func lowerPlainGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let forward = site.forward
    let steps = steps(forward)
    if let gradient = site.inputGradients[0] {
      steps.convolve(
        .forward, "transposed convolution input gradient", source: upstream.buffer,
        weights: forward.parameters[0].buffer, bias: nil, result: gradient.buffer, in: &lowering)
    }
    if let gradient = site.parameterGradients[0] {
      steps.weightGradient(
        input: upstream.buffer, upstream: forward.inputs[0].buffer, gradient: gradient.buffer, in: &lowering)
    }
    if bias, let gradient = site.parameterGradients[1] {
      lowering.emitBiasGradient(
        path: forward.path, batch: upstream.sizes[0], channels: outChannels, pixels: steps.geometry.inputPixels,
        upstream: upstream.buffer, gradient: gradient.buffer)
    }
  }

  package func plainConvolution(input: [Int], output: [Int]) -> PlainConvolution? {
    guard weightForm.isPlain else { return nil }
    return PlainConvolution(geometry: geometry(input: input, output: output), direction: .transposed, hasBias: bias)
  }

  private func steps(_ site: LoweringSite) -> ConvolutionSteps {
    ConvolutionSteps(
      path: site.path, geometry: geometry(input: site.inputs[0].sizes, output: site.outputs[0].sizes))
  }

  private func geometry(input: [Int], output: [Int]) -> ConvolutionGeometry {
    let axes = (0..<rank).map { axis in
      ConvolutionGeometry.Axis(
        input: output[axis + 2], output: input[axis + 2], kernel: kernelSize[axis], stride: stride[axis],
        dilation: dilation[axis], padBegin: border(axis).begin)
    }
    return ConvolutionGeometry(
      batch: input[0], groups: groups, inputChannels: output[1], outputChannels: input[1], axes: axes)
  }
}
