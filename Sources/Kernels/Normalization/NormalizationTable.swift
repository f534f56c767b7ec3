import KernelInterface

func makeNormalizationKernels() -> NormalizationKernels {
  NormalizationKernels(
    batchStatistics: batchStatistics, updateRunningStatistics: updateRunningStatistics, normalize: normalize,
    sums: normalizationSums, inputGradient: normalizationInputGradient)
}

func makeReferenceNormalizationKernels() -> NormalizationKernels {
  NormalizationKernels(
    batchStatistics: referenceBatchStatistics, updateRunningStatistics: updateRunningStatistics,
    normalize: referenceNormalize, sums: referenceNormalizationSums,
    inputGradient: referenceNormalizationInputGradient)
}
