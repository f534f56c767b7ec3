package import Graph
import KernelInterface
import Tensors

/// An operator that takes means of windows of each channel.
package protocol AveragingOperator: Operator {
  /// Whether each result is the mean of cells of the input, so that a constant stays what it is.
  func isMean(input: [Int], output: [Int]) -> Bool
}

extension AvgPool: AveragingOperator {
  package func isMean(input: [Int], output: [Int]) -> Bool {
    switch divisor {
    case .windowInsideInput: true
    case .windowWithPadding:
      windows(for: TensorType(Shape(input.map { .known($0) }))).allSatisfy { $0.padBegin == 0 && $0.padEnd == 0 }
    case .fixed: false
    }
  }
}

extension AdaptiveAvgPool: AveragingOperator {
  package func isMean(input: [Int], output: [Int]) -> Bool { true }
}

extension GlobalAvgPool: AveragingOperator {
  package func isMean(input: [Int], output: [Int]) -> Bool { true }
}
