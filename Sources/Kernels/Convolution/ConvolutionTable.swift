import KernelInterface

func makeConvolutionKernels() -> ConvolutionKernels {
  ConvolutionKernels(
    packWeights: packWeights, convolve: convolve, packUpstream: packUpstream,
    weightGradient: convolutionWeightGradient, channelSum: channelSum, depthwise: depthwise,
    depthwiseWeightGradient: depthwiseWeightGradient)
}

func makeReferenceConvolutionKernels() -> ConvolutionKernels {
  ConvolutionKernels(
    packWeights: referencePackWeights, convolve: referenceConvolve,
    packUpstream: referencePackUpstream, weightGradient: referenceWeightGradient, channelSum: referenceChannelSum,
    depthwise: referenceDepthwise, depthwiseWeightGradient: referenceDepthwiseWeightGradient)
}
