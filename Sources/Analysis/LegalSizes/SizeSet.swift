import Tensors

/// A set of sizes from 1 on: of every residue class, those within a range.
///
/// Every condition on a quasi-affine size is such a set, and sets of one symbol intersect to one.
package struct SizeSet: Hashable, Sendable {
  /// The first and last size of each residue class that are in the set, both members of the class; nil for none. A last
  /// size of `Int.max` is no bound.
  private(set) var ranges: [ClosedRange<Int>?]

  /// Every size.
  package static let all = SizeSet(ranges: [1...Int.max])

  package var period: Int { ranges.count }

  package var isEmpty: Bool { ranges.allSatisfy { $0 == nil } }

  package func contains(_ size: Int) -> Bool { size >= 1 && ranges[size % period].map { $0.contains(size) } ?? false }

  /// The largest size in the set below one.
  package func nearest(below size: Int) -> Int? {
    ranges.enumerated().compactMap { residue, range -> Int? in
      guard let range, range.lowerBound < size else { return nil }
      let last = min(range.upperBound, size - 1)
      return last - Int.remainder(last - residue, period)
    }.max()
  }

  /// The smallest size in the set above one.
  package func nearest(above size: Int) -> Int? {
    ranges.enumerated().compactMap { residue, range -> Int? in
      guard let range, range.upperBound > size else { return nil }
      let next = max(range.lowerBound, size + 1)
      let (member, overflow) = next.addingReportingOverflow(Int.remainder(residue - next, period))
      return overflow || member > range.upperBound ? nil : member
    }.min()
  }

  /// The sizes in both sets; nil when the common period is past every bound.
  package func intersection(_ other: SizeSet) -> SizeSet? {
    guard let period = QuasiAffine.commonPeriod(period, other.period) else { return nil }
    return SizeSet(
      residues: period,
      ranges: (0..<period).map { residue in
        guard let a = ranges[residue % self.period], let b = other.ranges[residue % other.period] else { return nil }
        let (low, high) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
        return low <= high ? low...high : nil
      })
  }

  /// The same set with the smallest period that it has.
  package var reduced: SizeSet {
    for period in 1..<max(period, 1) where self.period % period == 0 {
      if let smaller = folded(to: period) { return smaller }
    }
    return self
  }

  init(ranges: [ClosedRange<Int>?]) { self.ranges = ranges }

  /// Narrows ranges to members of their classes.
  init(residues period: Int, ranges: [ClosedRange<Int>?]) {
    self.ranges = ranges.enumerated().map { residue, range in
      guard let range else { return nil }
      let low = max(range.lowerBound, 1)
      let (first, overflow) = low.addingReportingOverflow(Int.remainder(residue - low, period))
      guard !overflow, first <= range.upperBound else { return nil }
      if range.upperBound == .max { return first...Int.max }
      return first...(range.upperBound - Int.remainder(range.upperBound - residue, period))
    }
  }

  /// The set over a divisor of its period, when the classes that fall together make one range.
  private func folded(to smaller: Int) -> SizeSet? {
    var folded: [ClosedRange<Int>?] = []
    for residue in 0..<smaller {
      let parts = stride(from: residue, to: period, by: smaller).map { ranges[$0] }
      let present = parts.compactMap { $0 }
      if present.isEmpty {
        folded.append(nil)
        continue
      }
      guard present.count == parts.count, let low = present.map(\.lowerBound).min(),
        let high = present.map(\.upperBound).max(), present.allSatisfy({ $0.lowerBound - low < period }),
        present.allSatisfy({ high == .max ? $0.upperBound == .max : high - $0.upperBound < period })
      else { return nil }
      folded.append(low...high)
    }
    return SizeSet(ranges: folded)
  }
}
