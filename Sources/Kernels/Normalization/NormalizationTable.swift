import KernelInterface

func makeNormalizationKernels() -> NormalizationKernels {
  NormalizationKernels(
    batchStatistics: batchStatistics, updateRunningStatistics: updateRunningStatistics, normalize: normalize,
    sums: normalizationSums, inputGradient: normalizationInputGradient, rows: normalizeRows,
    rowsGradient: normalizeRowsGradient, rowsSums: normalizeRowsSums, updatePlaneStatistics: updatePlaneStatistics,
    localResponse: localResponse, localResponseGradient: localResponseGradient,
    weightNorm: weightNorm, weightNormGradient: weightNormGradient)
}

func makeReferenceNormalizationKernels() -> NormalizationKernels {
  NormalizationKernels(
    batchStatistics: referenceBatchStatistics, updateRunningStatistics: updateRunningStatistics,
    normalize: referenceNormalize, sums: referenceNormalizationSums,
    inputGradient: referenceNormalizationInputGradient, rows: referenceNormalizeRows,
    rowsGradient: referenceNormalizeRowsGradient, rowsSums: referenceNormalizeRowsSums,
    updatePlaneStatistics: updatePlaneStatistics, localResponse: referenceLocalResponse,
    localResponseGradient: referenceLocalResponseGradient, weightNorm: referenceWeightNorm,
    weightNormGradient: referenceWeightNormGradient)
}
