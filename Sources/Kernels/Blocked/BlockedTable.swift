import KernelInterface

func makeBlockedKernels() -> BlockedKernels {
  BlockedKernels(
    packWindows: packWindows, convolveWindows: convolveWindows, convolvePooled: convolvePooled,
    packChannels: packChannels, convolveChannels: convolveChannels,
    convolvePointwiseDepthwise: convolvePointwiseDepthwise,
    packWinograd: packWinograd, convolveWinograd: convolveWinograd,
    block: blockChannels, unblock: unblockChannels, maxPool: maxPoolBlocks, averagePool: averagePoolBlocks,
    adaptiveAveragePool: adaptiveAveragePoolBlocks, activate: activateBlocks, add: addBlocks,
    multiply: multiplyBlocks, multiplyChannels: multiplyBlockChannels, copy: activateBlocks, normalize: normalizeBlocks,
    normalizePixels: normalizeBlockPixels, normalizationFactors: writeNormalizationFactors)
}
