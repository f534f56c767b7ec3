/// The operands of a convolution by kernels of blocks of channels.
package struct BlockedOperands {
  package var source: UnsafePointer<Float>
  /// Floats between images of the source and of the result.
  package var sourceStride: Int
  /// What the packing kernel wrote: the weights and then the biases.
  package var weights: UnsafePointer<Float>
  package var result: UnsafeMutablePointer<Float>
  package var resultStride: Int
  package var finish: Finish

  package init(
    source: UnsafePointer<Float>, sourceStride: Int, weights: UnsafePointer<Float>,
    result: UnsafeMutablePointer<Float>, resultStride: Int, finish: Finish
  ) {
    self.source = source
    self.sourceStride = sourceStride
    self.weights = weights
    self.result = result
    self.resultStride = resultStride
    self.finish = finish
  }
}

/// The weights of a convolution with the batch normalization of its result, which is folded into them.
package struct FoldedWeights {
  /// As declared.
  package var weights: UnsafePointer<Float>
  package var bias: UnsafePointer<Float>?
  package var normalization: ChannelNormalization?

  package init(
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, normalization: ChannelNormalization? = nil
  ) {
    self.weights = weights
    self.bias = bias
    self.normalization = normalization
  }
}

/// What every channel of a result is multiplied by and what is added to it: a batch normalization by running statistics,
/// or without statistics a factor and a summand alone.
package struct ChannelNormalization {
  package var weight: UnsafePointer<Float>?
  package var bias: UnsafePointer<Float>?
  package var mean: UnsafePointer<Float>?
  package var variance: UnsafePointer<Float>?
  package var epsilon: Double

  package init(
    weight: UnsafePointer<Float>?, bias: UnsafePointer<Float>?, mean: UnsafePointer<Float>? = nil,
    variance: UnsafePointer<Float>? = nil, epsilon: Double = 0
  ) {
    self.weight = weight
    self.bias = bias
    self.mean = mean
    self.variance = variance
    self.epsilon = epsilon
  }
}
