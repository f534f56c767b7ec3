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
}
