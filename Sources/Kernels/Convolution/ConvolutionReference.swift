import KernelInterface

/// The weights as they are.
@Sendable func referencePackWeights(_ arguments: ConvolutionWeightArguments, _ units: Range<Int>) {
  let unitCount = ConvolutionWeightArguments.units(arguments.geometry, arguments.direction)
  for i in share(units, of: unitCount, arguments.geometry.weightCount) { arguments.packed[i] = arguments.weights[i] }
}

/// The gradient by y as it is.
@Sendable func referencePackUpstream(_ arguments: ConvolutionUpstreamArguments, _ units: Range<Int>) {
  let geometry = arguments.geometry
  let count = geometry.batch * geometry.outputChannels * geometry.outputPixels
  for i in share(units, of: ConvolutionUpstreamArguments.units(geometry), count) {
    arguments.packed[i] = arguments.upstream[i]
  }
}

@Sendable func referenceConvolve(_ arguments: ConvolutionArguments, _ units: Range<Int>) {
  referenceConvolution(
    arguments.geometry, arguments.direction, arguments.source, arguments.weights, arguments.bias,
    arguments.destination, units, of: arguments.blocking.units)
}

@Sendable func referenceDepthwise(_ arguments: ConvolutionArguments, _ units: Range<Int>) {
  referenceConvolution(
    arguments.geometry, arguments.direction, arguments.source, arguments.weights, arguments.bias,
    arguments.destination, units, of: arguments.blocking.units)
}

/// Each element of the result as one sum over channels and taps.
private func referenceConvolution(
  _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, _ source: UnsafePointer<Float>,
  _ weights: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?, _ destination: UnsafeMutablePointer<Float>,
  _ units: Range<Int>, of unitCount: Int
) {
  let forward = direction.isForward
  let channels = geometry.resultChannels(direction)
  let pixels = forward ? geometry.outputPixels : geometry.inputPixels
  let sourcePixels = forward ? geometry.inputPixels : geometry.outputPixels
  let sourceChannels = geometry.sourceChannels(direction)
  for index in share(units, of: unitCount, geometry.batch * channels * pixels) {
    let (image, channel, pixel) = (index / pixels / channels, index / pixels % channels, index % pixels)
    var sum = Double(bias?[channel] ?? 0)
    forEachTap(geometry, direction, channel, pixel) { read, cell, weight in
      sum += Double(weights[weight]) * Double(source[(image * sourceChannels + read) * sourcePixels + cell])
    }
    destination[index] = Float(sum)
  }
}

/// Calls the body with the channel and the cell of the source and the weight of every product of an element's sum.
func forEachTap(
  _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, _ channel: Int, _ pixel: Int,
  _ body: (_ read: Int, _ cell: Int, _ weight: Int) -> Void
) {
  let forward = direction.isForward
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let rowLength = resultSize(width, forward)
  let rowCount = resultSize(height, forward)
  let inputs = geometry.inputChannelsPerGroup
  let outputs = geometry.outputChannelsPerGroup
  let group = channel / (forward ? outputs : inputs)
  for d in 0..<depth.kernel {
    let sourceD = referenceSource(pixel / (rowLength * rowCount), d, depth, forward)
    for h in 0..<height.kernel where sourceD >= 0 {
      let sourceH = referenceSource(pixel / rowLength % rowCount, h, height, forward)
      for w in 0..<width.kernel where sourceH >= 0 {
        let sourceW = referenceSource(pixel % rowLength, w, width, forward)
        if sourceW < 0 { continue }
        let tap = (d * height.kernel + h) * width.kernel + w
        let cell = (sourceD * sourceSize(height, forward) + sourceH) * sourceSize(width, forward) + sourceW
        for k in 0..<(forward ? inputs : outputs) {
          let read = group * (forward ? inputs : outputs) + k
          let weight = forward ? channel * inputs + k : read * inputs + channel % inputs
          body(read, cell, weight * geometry.taps + tap)
        }
      }
    }
  }
}

/// Where a cell of the result reads the source through a tap; -1 outside, or where it does not read.
private func referenceSource(_ cell: Int, _ tap: Int, _ axis: ConvolutionGeometry.Axis, _ forward: Bool) -> Int {
  if forward {
    let place = cell * axis.stride + tap * axis.dilation - axis.padBegin
    return place < axis.input ? max(place, -1) : -1
  }
  let place = cell + axis.padBegin - tap * axis.dilation
  return place >= 0 && place % axis.stride == 0 && place / axis.stride < axis.output ? place / axis.stride : -1
}

/// Each weight's gradient as one sum over images and pixels.
@Sendable func referenceWeightGradient(_ arguments: ConvolutionWeightGradientArguments, _ units: Range<Int>) {
  let unitCount = ConvolutionWeightGradientArguments.units(arguments.geometry)
  for index in share(units, of: unitCount, arguments.geometry.weightCount) { sumWeight(arguments, index) }
}

@Sendable func referenceDepthwiseWeightGradient(
  _ arguments: ConvolutionWeightGradientArguments, _ units: Range<Int>
) {
  for index in share(units, of: arguments.geometry.outputChannels, arguments.geometry.weightCount) {
    sumWeight(arguments, index)
  }
}

private func sumWeight(_ arguments: ConvolutionWeightGradientArguments, _ index: Int) {
  let geometry = arguments.geometry
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  let tap = index % geometry.taps
  let inputs = geometry.inputChannelsPerGroup
  let output = index / geometry.taps / inputs
  let input = output / geometry.outputChannelsPerGroup * inputs + index / geometry.taps % inputs
  var sum = 0.0
  for image in 0..<geometry.batch {
    let upstream = arguments.upstream + (image * geometry.outputChannels + output) * geometry.outputPixels
    let cells = arguments.input + (image * geometry.inputChannels + input) * geometry.inputPixels
    for pixel in 0..<geometry.outputPixels {
      let d = referenceSource(
        pixel / (height.output * width.output), tap / (height.kernel * width.kernel), depth, true)
      let h = referenceSource(pixel / width.output % height.output, tap / width.kernel % height.kernel, height, true)
      let w = referenceSource(pixel % width.output, tap % width.kernel, width, true)
      if d < 0 || h < 0 || w < 0 { continue }
      sum += Double(upstream[pixel]) * Double(cells[(d * height.input + h) * width.input + w])
    }
  }
  arguments.gradient[index] = Float(sum)
}
