/// A kernel: computes the work units of a range with its arguments.
///
/// What a unit is stands with the arguments. Kernels allocate nothing and never fail.
package typealias Kernel<Arguments> = @Sendable (Arguments, Range<Int>) -> Void

/// The instruction sets that kernels are compiled for, and the plain loops that define what they compute.
package enum KernelLevel: String, CaseIterable, Sendable {
  /// Loops that are obviously right, in portable code.
  case reference
  case baseline, avx2, avx512
}

/// Every kernel of one level; each module of the kernel source makes one.
package struct KernelTable: Sendable {
  package var level: KernelLevel
  package var vectors: VectorShape
  package var activation: ActivationKernels
  package var convolution: ConvolutionKernels
  package var blocked: BlockedKernels
  package var matmul: MatmulKernels
  package var elementwise: ElementwiseKernels
  package var reduction: ReductionKernels
  package var softmax: SoftmaxKernels
  package var attention: AttentionKernels
  package var pooling: PoolingKernels
  package var normalization: NormalizationKernels
  package var shape: ShapeKernels
  package var resample: ResampleKernels
  package var random: RandomKernels
  package var loss: LossKernels

  package init(
    level: KernelLevel,
    vectors: VectorShape,
    activation: ActivationKernels,
    convolution: ConvolutionKernels,
    blocked: BlockedKernels,
    matmul: MatmulKernels,
    elementwise: ElementwiseKernels,
    reduction: ReductionKernels,
    softmax: SoftmaxKernels,
    attention: AttentionKernels,
    pooling: PoolingKernels,
    normalization: NormalizationKernels,
    shape: ShapeKernels,
    resample: ResampleKernels,
    random: RandomKernels,
    loss: LossKernels
  ) {
    self.level = level
    self.vectors = vectors
    self.activation = activation
    self.convolution = convolution
    self.blocked = blocked
    self.matmul = matmul
    self.elementwise = elementwise
    self.reduction = reduction
    self.softmax = softmax
    self.attention = attention
    self.pooling = pooling
    self.normalization = normalization
    self.shape = shape
    self.resample = resample
    self.random = random
    self.loss = loss
  }
}
