package import Graph
package import Tensors

extension Upsample: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    let factors = recomputesScaleFactor ? nil : scaleFactor?.values(count: input.rank - 2)
    return (2..<input.rank).map { axis in
      guard let ratio = ratio(input[axis], output[axis], factors?[axis - 2]) else { return nil }
      if antialias { return nil }
      switch mode {
      case .nearest: return .nearest(input: ratio.input, output: ratio.output)
      case .nearestExact: return .nearestMiddle(input: ratio.input, output: ratio.output)
      case .area:
        guard let from = input[axis].value, let to = output[axis].value else { return nil }
        return .bins(input: from, output: to)
      case .linear, .bilinear, .trilinear, .bicubic:
        let around = mode == .bicubic ? 1 : 0
        guard alignCorners else { return .interpolated(input: ratio.input, output: ratio.output, around: around) }
        guard let from = input[axis].value, let to = output[axis].value else { return nil }
        return .interpolatedBetweenCorners(input: from, output: to, around: around)
      }
    }
  }

  /// The sizes, or the factor as a ratio when it is a whole number of 1024ths.
  private func ratio(_ input: Dimension, _ output: Dimension, _ factor: Double?) -> (input: Int, output: Int)? {
    if let factor {
      let parts = factor * 1024
      return parts == parts.rounded() && parts < 0x1p40 ? (1024, Int(parts)) : nil
    }
    guard let input = input.value, let output = output.value else { return nil }
    return (input, output)
  }
}
