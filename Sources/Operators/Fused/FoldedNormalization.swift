package import Graph
import KernelInterface

/// What multiplies and shifts the channels of a result, as part of another operator. Its parameters follow that one's.
package enum FoldedNormalization: Hashable, Sendable {
  /// A batch normalization by running statistics.
  case batchNorm(epsilon: Double, isAffine: Bool)
  /// A learned factor for each channel.
  case scale

  /// What a layer does to each channel in inference; nil when it is something else, or normalizes by the batch.
  package init?(_ operation: any Operator) {
    switch operation {
    case let layer as BatchNorm where layer.trackRunningStats:
      self = .batchNorm(epsilon: layer.eps, isAffine: layer.affine)
    case let layer as Scale where layer.axis == 1:
      self = .scale
    default:
      return nil
    }
  }

  /// The parameters that its kernel reads: weight and bias when it has them, mean and variance.
  var readCount: Int {
    switch self {
    case .batchNorm(_, let isAffine): isAffine ? 4 : 2
    case .scale: 1
    }
  }

  /// The operands of a step from an index on.
  func statistics(_ run: borrowing StepRun, from index: Int) -> ChannelNormalization {
    func operand(_ offset: Int) -> UnsafePointer<Float> { UnsafePointer(run.floats(index + offset)) }
    return switch self {
    case .batchNorm(let epsilon, true):
      ChannelNormalization(
        weight: operand(0), bias: operand(1), mean: operand(2), variance: operand(3), epsilon: epsilon)
    case .batchNorm(let epsilon, false):
      ChannelNormalization(weight: nil, bias: nil, mean: operand(0), variance: operand(1), epsilon: epsilon)
    case .scale:
      ChannelNormalization(weight: operand(0), bias: nil)
    }
  }
}
