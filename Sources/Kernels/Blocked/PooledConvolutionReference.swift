import KernelInterface

/// The largest element of each window of a convolution's result, of which every element is summed up anew for it.
func referencePooledConvolution(
  _ operands: BlockedOperands, _ geometry: ConvolutionGeometry, _ pool: PoolGeometry, isPlain: Bool, width: Int,
  biases: Int, _ units: Range<Int>, of unitCount: Int
) {
  let (channels, pixels) = (geometry.outputChannels, pool.outputCount)
  for index in share(units, of: unitCount, geometry.batch * channels * pixels) {
    let (image, channel, pixel) = (index / pixels / channels, index / pixels % channels, index % pixels)
    var largest = -Float.infinity
    forEachWindowCell(pool, 0, pixel / pool.width.output, pixel % pool.width.output) { cell in
      let sum = referenceSum(
        operands, geometry, .forward, isPlain: isPlain, width: width, biases: biases, (image, channel, cell))
      let x = referenceActivated(Float(sum), operands.finish.activation)
      if x > largest || x.isNaN { largest = x }
    }
    let place = (channel / width * pixels + pixel) * width + channel % width
    operands.result[image * operands.resultStride + place] = largest
  }
}
