import Tensors

extension SizeSet {
  /// More single sizes than this are counted instead of listed.
  private static let listLimit = 8

  /// The set as conditions on a symbol: `H = 0 (mod 32), H >= 64`.
  package func description(of symbol: String) -> String {
    let set = reduced
    var alternatives: [String] = []
    var rest = set
    if let endless = set.endlessPart {
      let bound = "\(symbol) >= \(endless.first)"
      let residues = Self.runs(of: endless.residues)
      alternatives.append(
        endless.residues.count == endless.period ? bound : "\(symbol) = \(residues) (mod \(endless.period)), \(bound)")
      rest = set.withoutEndlessPart(from: endless.first)
    }
    if let sizes = rest.listed {
      if !sizes.isEmpty { alternatives.append("\(symbol) = \(sizes.map(String.init).joined(separator: ", "))") }
    } else {
      alternatives += rest.rangeTexts(of: symbol)
    }
    return alternatives.isEmpty ? "no \(symbol)" : alternatives.joined(separator: " or ")
  }

  /// Ascending numbers, with runs of three and more as `17..31`.
  private static func runs(of numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)..\(run.upperBound)"] : run.map(String.init)
    }.joined(separator: ", ")
  }

  /// The part that goes on without end, from the first size on where it is regular.
  private var endlessPart: (first: Int, period: Int, residues: [Int])? {
    let endless = SizeSet(ranges: ranges.map { $0?.upperBound == .max ? $0 : nil })
    let starts = endless.ranges.compactMap { $0?.lowerBound }
    guard let last = starts.max(), let first = endless.nearest(above: max(last - period, 0)) else { return nil }
    let pattern = endless.pattern
    return (first, pattern.count, pattern.indices.filter { pattern[$0] })
  }

  /// What is left beside the endless part.
  private func withoutEndlessPart(from first: Int) -> SizeSet {
    SizeSet(
      residues: period,
      ranges: ranges.map { range in
        guard let range, range.upperBound == .max else { return range }
        return range.lowerBound < first ? range.lowerBound...first - 1 : nil
      })
  }

  /// Which residue classes have members, over the smallest period of the pattern.
  private var pattern: [Bool] {
    let present = ranges.map { $0 != nil }
    for period in 1..<max(period, 1) where self.period % period == 0 {
      if present.indices.allSatisfy({ present[$0] == present[$0 % period] }) { return Array(present[..<period]) }
    }
    return present
  }

  /// All sizes; nil when they are many.
  private var listed: [Int]? {
    var sizes: [Int] = []
    while let next = nearest(above: sizes.last ?? 0) {
      guard sizes.count < Self.listLimit else { return nil }
      sizes.append(next)
    }
    return sizes
  }

  /// A bounded set class by class.
  private func rangeTexts(of symbol: String) -> [String] {
    ranges.enumerated().compactMap { residue, range in
      guard let range else { return nil }
      let within = "\(range.lowerBound) <= \(symbol) <= \(range.upperBound)"
      return period == 1 ? within : "\(symbol) = \(residue) (mod \(period)), \(within)"
    }
  }
}
