import KernelInterface

func makePoolingKernels() -> PoolingKernels {
  PoolingKernels(
    max: maxPool, maxGradient: maxPoolGradient, maxIndices: maxPoolIndices, average: averagePool,
    averageGradient: averagePoolGradient, power: powerPool, powerGradient: powerPoolGradient,
    adaptiveAverage: adaptiveAveragePool, adaptiveAverageGradient: adaptiveAveragePoolGradient,
    adaptiveMax: adaptiveMaxPool, adaptiveMaxGradient: adaptiveMaxPoolGradient, unpool: unpool,
    unpoolGradient: unpoolGradient)
}

func makeReferencePoolingKernels() -> PoolingKernels {
  PoolingKernels(
    max: referenceMaxPool, maxGradient: maxPoolGradient, maxIndices: maxPoolIndices, average: referenceAveragePool,
    averageGradient: averagePoolGradient, power: referencePowerPool, powerGradient: powerPoolGradient,
    adaptiveAverage: referenceAdaptiveAveragePool, adaptiveAverageGradient: adaptiveAveragePoolGradient,
    adaptiveMax: referenceAdaptiveMaxPool, adaptiveMaxGradient: adaptiveMaxPoolGradient, unpool: unpool,
    unpoolGradient: unpoolGradient)
}
