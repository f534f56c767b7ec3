import Graph
import KernelInterface

/// What becomes of the losses of all positions.
package enum Reduction: String, AttributeChoice {
  case mean, sum, none

  var kernelValue: LossReduction {
    switch self {
    case .mean: .mean
    case .sum: .sum
    case .none: .none
    }
  }

  /// What the sum of a number of losses is divided by; nil keeps all.
  func divisor(of count: Int) -> Int? {
    switch self {
    case .mean: count
    case .sum: 1
    case .none: nil
    }
  }
}
