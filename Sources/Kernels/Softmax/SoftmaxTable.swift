import KernelInterface

func makeSoftmaxKernels() -> SoftmaxKernels {
  SoftmaxKernels(
    softmax: softmax, softmaxGradient: softmaxGradient, logSoftmax: logSoftmax, logSoftmaxGradient: logSoftmaxGradient)
}

func makeReferenceSoftmaxKernels() -> SoftmaxKernels {
  SoftmaxKernels(
    softmax: referenceSoftmax, softmaxGradient: referenceSoftmaxGradient, logSoftmax: referenceLogSoftmax,
    logSoftmaxGradient: referenceLogSoftmaxGradient)
}
