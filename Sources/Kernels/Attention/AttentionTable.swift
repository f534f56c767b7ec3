import KernelInterface

func makeAttentionKernels() -> AttentionKernels {
  AttentionKernels(probabilities: attentionProbabilities, scoreGradient: attentionScoreGradient)
}

func makeReferenceAttentionKernels() -> AttentionKernels {
  AttentionKernels(probabilities: referenceAttentionProbabilities, scoreGradient: referenceAttentionScoreGradient)
}
