package import KernelInterface

/// The kernels of this module's instruction set.
package func makeKernelTable() -> KernelTable {
  KernelTable(
    level: laneLevel,
    vectors: vectorShape,
    activation: makeActivationKernels(),
    convolution: makeConvolutionKernels(),
    blocked: makeBlockedKernels(),
    matmul: makeMatmulKernels(),
    elementwise: makeElementwiseKernels(),
    reduction: makeReductionKernels(),
    softmax: makeSoftmaxKernels(),
    attention: makeAttentionKernels(),
    pooling: makePoolingKernels(),
    normalization: makeNormalizationKernels(),
    shape: makeShapeKernels(),
    resample: makeResampleKernels(),
    random: makeRandomKernels(),
    loss: makeLossKernels())
}

/// The plain loops that define what every kernel computes.
package func makeReferenceKernelTable() -> KernelTable {
  KernelTable(
    level: .reference,
    vectors: VectorShape(width: 8, usualBlocks: 2, mostBlocks: 3),
    activation: makeReferenceActivationKernels(),
    convolution: makeReferenceConvolutionKernels(),
    blocked: makeReferenceBlockedKernels(),
    matmul: makeReferenceMatmulKernels(),
    elementwise: makeReferenceElementwiseKernels(),
    reduction: makeReferenceReductionKernels(),
    softmax: makeReferenceSoftmaxKernels(),
    attention: makeReferenceAttentionKernels(),
    pooling: makeReferencePoolingKernels(),
    normalization: makeReferenceNormalizationKernels(),
    shape: makeReferenceShapeKernels(),
    resample: makeReferenceResampleKernels(),
    random: makeRandomKernels(),
    loss: makeReferenceLossKernels())
}
