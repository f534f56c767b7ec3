package import KernelInterface

/// The kernels of this module's instruction set.
package func makeKernelTable() -> KernelTable {
  KernelTable(
    level: laneLevel,
    activation: makeActivationKernels(),
    elementwise: makeElementwiseKernels(),
    softmax: makeSoftmaxKernels(),
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
    activation: makeReferenceActivationKernels(),
    elementwise: makeReferenceElementwiseKernels(),
    softmax: makeReferenceSoftmaxKernels(),
    pooling: makeReferencePoolingKernels(),
    normalization: makeReferenceNormalizationKernels(),
    shape: makeShapeKernels(),
    resample: makeResampleKernels(),
    random: makeRandomKernels(),
    loss: makeLossKernels())
}
