import KernelInterface
import Operators

/// A probe with what its convolution took.
struct MeasuredProbe {
  let probe: CostProbe
  let convolution: FusedConvolution
  let vectors: VectorShape
  let cycles: Double

  /// Rounds after which constants that depend on each other have settled, and halvings of a constant's limits.
  private static let (rounds, halvings) = (12, 30)

  /// Costs by which all estimates are what was measured, as far as they can be.
  static func fit(_ measured: [MeasuredProbe]) -> CostModel {
    var costs = CostModel.reference
    for _ in 0..<rounds {
      for probe in measured { probe.fit(&costs) }
    }
    return costs
  }

  /// Sets the probe's constant to where its estimate is what was measured, or to a limit; leaves it where the estimate
  /// would not change on the way there, since it is another constant's.
  private func fit(_ costs: inout CostModel) {
    func estimate(_ value: Double) -> Double {
      var costs = costs
      costs[keyPath: probe.constant] = value
      return probe.cycles(convolution, vectors, costs)
    }
    let limits = CostModel.limits(of: probe.constant)
    var (low, high) = (limits.lowerBound, limits.upperBound)
    let rises = estimate(high) > estimate(low)
    let (least, most) = rises ? (low, high) : (high, low)
    let current = estimate(costs[keyPath: probe.constant])
    if cycles <= estimate(least), current == estimate(least) { return }
    if cycles >= estimate(most), current == estimate(most) { return }
    for _ in 0..<Self.halvings {
      let middle = (low * high).squareRoot()
      if (estimate(middle) < cycles) == rises { low = middle } else { high = middle }
    }
    costs[keyPath: probe.constant] = (low * high).squareRoot()
  }
}
