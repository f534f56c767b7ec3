import KernelInterface

/// The largest element of each window of a convolution's result, of which every element is summed up anew for it.
func referencePooledConvolution(
  _ operands: BlockedOperands, _ geometry: ConvolutionGeometry, _ pool: PoolGeometry, isPlain: Bool, width: Int,
  biases: Int, _ units: Range<Int>, of unitCount: Int
) {
  let (channels, pixels) = (geometry.outputChannels, pool.outputCount)

  func convolved(_ image: Int, _ channel: Int, _ pixel: Int) -> Float {
    var sum = Double(operands.weights[biases + channel])
    forEachTap(geometry, .forward, channel, pixel) { read, cell, weight in
      let place =
        isPlain
        ? read * geometry.inputPixels + cell : (read / width * geometry.inputPixels + cell) * width + read % width
      sum += Double(operands.weights[weight]) * Double(operands.source[image * operands.sourceStride + place])
    }
    return referenceActivated(Float(sum), operands.finish.activation)
  }

  for index in share(units, of: unitCount, geometry.batch * channels * pixels) {
    let (image, channel, pixel) = (index / pixels / channels, index / pixels % channels, index % pixels)
    var largest = -Float.infinity
    forEachWindowCell(pool, 0, pixel / pool.width.output, pixel % pool.width.output) { cell in
      let x = convolved(image, channel, cell)
      if x > largest || x.isNaN { largest = x }
    }
    let place = (channel / width * pixels + pixel) * width + channel % width
    operands.result[image * operands.resultStride + place] = largest
  }
}
