import KernelInterface

/// A batch normalization by running statistics as part of another operator. Its parameters follow that one's.
package struct FoldedNormalization: Hashable, Sendable {
  package var epsilon: Double
  package var isAffine: Bool

  /// The normalization that a layer computes in inference; nil when it normalizes by the batch.
  package init?(_ layer: BatchNorm) {
    guard layer.trackRunningStats else { return nil }
    epsilon = layer.eps
    isAffine = layer.affine
  }

  /// The parameters that its kernel reads: weight and bias when it has them, mean and variance.
  var readCount: Int { isAffine ? 4 : 2 }

  /// The operands of a step from an index on.
  func statistics(_ run: borrowing StepRun, from index: Int) -> ChannelNormalization {
    let first = isAffine ? index + 2 : index
    return ChannelNormalization(
      weight: isAffine ? UnsafePointer(run.floats(index)) : nil,
      bias: isAffine ? UnsafePointer(run.floats(index + 1)) : nil, mean: UnsafePointer(run.floats(first)),
      variance: UnsafePointer(run.floats(first + 1)), epsilon: epsilon)
  }
}
