/// Arguments of turning scores into probabilities: the softmax of each row, times `scale`.
///
/// A tensor is a batch of `queries` rows of `keys` scores; a unit is `rowsPerUnit` rows of all. With `isCausal` row i of
/// its batch sees the first i + 1 scores alone, and the others become 0. The output may be the input's memory.
package struct AttentionArguments {
  package static let rowsPerUnit = 16

  package var scores: UnsafePointer<Float>
  package var probabilities: UnsafeMutablePointer<Float>
  package var rowCount: Int
  package var queries: Int
  package var keys: Int
  package var scale: Float
  package var isCausal: Bool

  package init(
    scores: UnsafePointer<Float>, probabilities: UnsafeMutablePointer<Float>, rowCount: Int, queries: Int, keys: Int,
    scale: Float, isCausal: Bool
  ) {
    self.scores = scores
    self.probabilities = probabilities
    self.rowCount = rowCount
    self.queries = queries
    self.keys = keys
    self.scale = scale
    self.isCausal = isCausal
  }
}

/// Arguments of the gradient by the scores, from the probabilities and the gradient by them; units as forward.
///
/// The gradient may be written over `upstream`. What is masked has probability 0, and so gradient 0.
package struct AttentionGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var probabilities: UnsafePointer<Float>
  package var gradient: UnsafeMutablePointer<Float>
  package var rowCount: Int
  package var keys: Int
  package var scale: Float

  package init(
    upstream: UnsafePointer<Float>, probabilities: UnsafePointer<Float>, gradient: UnsafeMutablePointer<Float>,
    rowCount: Int, keys: Int, scale: Float
  ) {
    self.upstream = upstream
    self.probabilities = probabilities
    self.gradient = gradient
    self.rowCount = rowCount
    self.keys = keys
    self.scale = scale
  }
}

/// What attention does between its matrix products.
package struct AttentionKernels: Sendable {
  package var probabilities: Kernel<AttentionArguments>
  package var scoreGradient: Kernel<AttentionGradientArguments>

  package init(
    probabilities: @escaping Kernel<AttentionArguments>, scoreGradient: @escaping Kernel<AttentionGradientArguments>
  ) {
    self.probabilities = probabilities
    self.scoreGradient = scoreGradient
  }
}
