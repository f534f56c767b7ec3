import KernelInterface

func makeResampleKernels() -> ResampleKernels {
  ResampleKernels(resample: resample, resampleGradient: resampleGradient)
}

func makeReferenceResampleKernels() -> ResampleKernels {
  ResampleKernels(resample: referenceResample, resampleGradient: referenceResampleGradient)
}
