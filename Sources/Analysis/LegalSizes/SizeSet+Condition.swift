package import Tensors

extension SizeSet {
  /// The sizes of a symbol for which a condition on this symbol alone holds; nil when it cannot be solved.
  package init?(solving condition: SizeCondition) {
    switch condition {
    case .atLeast(let size, let minimums):
      guard let table = QuasiAffine(size)?.withSlope(multipleOf: minimums.count) else { return nil }
      self.init(table) { offset in
        let minimum = minimums[Int.remainder(offset, minimums.count)]
        return Self.steps(slope: table.slope, offset: offset, atLeast: minimum)
      }
    case .multiple(let size, let divisor):
      guard let table = QuasiAffine(size)?.withSlope(multipleOf: divisor) else { return nil }
      self.init(table) { Int.remainder($0, divisor) == 0 ? Self.everyStep : nil }
    case .equal(let a, let b):
      guard let table = QuasiAffine(a - b) else { return nil }
      self.init(table) { Self.steps(slope: table.slope, offset: $0, equal: 0) }
    }
  }

  private static let everyStep = 0...Int.max

  /// Takes the steps `q` of each residue class for which something holds of a table's value there.
  private init(_ table: QuasiAffine, steps: (_ offset: Int) -> ClosedRange<Int>?) {
    let period = table.period
    self.init(
      residues: period,
      ranges: table.offsets.enumerated().map { residue, offset in
        guard let steps = steps(offset) else { return nil }
        let low = steps.lowerBound.multipliedReportingOverflow(by: period)
        let high = steps.upperBound.multipliedReportingOverflow(by: period)
        guard !low.overflow, low.partialValue < .max - residue else { return nil }
        let isEndless = high.overflow || high.partialValue > .max - residue
        return low.partialValue + residue...(isEndless ? .max : high.partialValue + residue)
      })
  }

  /// The steps `q >= 0` with `slope * q + offset >= minimum`.
  private static func steps(slope: Int, offset: Int, atLeast minimum: Int) -> ClosedRange<Int>? {
    let missing = minimum - offset
    if slope == 0 { return missing <= 0 ? everyStep : nil }
    if slope > 0 {
      let first = missing <= 0 ? 0 : (missing - 1) / slope + 1
      return first...Int.max
    }
    return missing <= 0 ? 0...(-missing / -slope) : nil
  }

  /// The step `q >= 0` with `slope * q + offset = value`, or all of them.
  private static func steps(slope: Int, offset: Int, equal value: Int) -> ClosedRange<Int>? {
    let missing = value - offset
    if slope == 0 { return missing == 0 ? everyStep : nil }
    guard missing % slope == 0, missing / slope >= 0 else { return nil }
    return missing / slope...missing / slope
  }
}
