import KernelInterface

func makeConvolutionKernels() -> ConvolutionKernels {
  ConvolutionKernels(
    packWeights: packWeights, packColumns: packSharedColumns, convolve: convolve, packUpstream: packUpstream,
    weightGradient: convolutionWeightGradient, channelSum: channelSum, depthwise: depthwise,
    depthwiseWeightGradient: depthwiseWeightGradient)
}

func makeReferenceConvolutionKernels() -> ConvolutionKernels {
  ConvolutionKernels(
    packWeights: referencePackWeights, packColumns: referencePackColumns, convolve: referenceConvolve,
    packUpstream: referencePackUpstream, weightGradient: referenceWeightGradient, channelSum: referenceChannelSum,
    depthwise: referenceDepthwise, depthwiseWeightGradient: referenceDepthwiseWeightGradient)
}
