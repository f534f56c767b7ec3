import KernelInterface

func makePoolingKernels() -> PoolingKernels {
  PoolingKernels(
    max: maxPool, maxGradient: maxPoolGradient, average: averagePool, averageGradient: averagePoolGradient,
    adaptiveAverage: adaptiveAveragePool, adaptiveAverageGradient: adaptiveAveragePoolGradient)
}

func makeReferencePoolingKernels() -> PoolingKernels {
  PoolingKernels(
    max: referenceMaxPool, maxGradient: maxPoolGradient, average: referenceAveragePool,
    averageGradient: averagePoolGradient, adaptiveAverage: referenceAdaptiveAveragePool,
    adaptiveAverageGradient: adaptiveAveragePoolGradient)
}
