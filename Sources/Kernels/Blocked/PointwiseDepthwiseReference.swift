import KernelInterface

/// Each element of the depthwise result from the pointwise ones that it reads, which are summed up anew for it.
func referencePointwiseDepthwise(_ arguments: PointwiseDepthwiseArguments, _ units: Range<Int>) {
  let (pointwise, depthwise) = (arguments.blocking.pointwise, arguments.blocking.depthwise)
  let operands = arguments.operands
  let geometry = depthwise.geometry
  let width = depthwise.vectors.width
  let (channels, pixels) = (geometry.outputChannels, geometry.outputPixels)

  func made(_ image: Int, _ channel: Int, _ cell: Int) -> Double {
    var sum = Double(arguments.pointwiseWeights[pointwise.packedWeightCount + channel])
    for read in 0..<pointwise.channels {
      let place = (read / width * geometry.inputPixels + cell) * width + read % width
      sum +=
        Double(arguments.pointwiseWeights[channel * pointwise.channels + read])
        * Double(operands.source[image * operands.sourceStride + place])
    }
    return Double(referenceActivated(Float(sum), arguments.pointwiseActivation))
  }

  for index in share(units, of: arguments.blocking.units, geometry.batch * channels * pixels) {
    let (image, channel, pixel) = (index / pixels / channels, index / pixels % channels, index % pixels)
    var sum = Double(operands.weights[depthwise.packedWeightCount + channel])
    forEachTap(geometry, .forward, channel, pixel) { read, cell, weight in
      sum += Double(operands.weights[weight]) * made(image, read, cell)
    }
    let place = (channel / width * pixels + pixel) * width + channel % width
    operands.result[image * operands.resultStride + place] = referenceActivated(Float(sum), operands.finish.activation)
  }
}
