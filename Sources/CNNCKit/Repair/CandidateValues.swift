import Glibc

/// Numbers that may have been meant at a place, with how plausible each is.
struct CandidateValues {
  private var byLikeness: [EditSite.Likeness: [Int: Int]] = [:]
  private var byForm: [EditSite.Form: [Int: Int]] = [:]

  init(_ sites: [EditSite]) {
    for site in sites {
      byLikeness[site.likeness, default: [:]][site.value, default: 0] += 1
      byForm[site.form, default: [:]][site.value, default: 0] += 1
    }
  }

  /// The numbers to try at a site, each with how much more plausible it is than what stands there.
  func candidates(at site: EditSite) -> [(value: Int, gain: Double)] {
    let value = site.value
    let (double, overflows) = value.multipliedReportingOverflow(by: 2)
    var values: Set<Int> = []
    for (like, _) in byLikeness[site.likeness] ?? [:] { values.insert(like) }
    if value > Int.min + 2, value < Int.max - 2 { values.formUnion([value - 1, value + 1]) }
    if !overflows, value != 0 { values.formUnion([double, double + 1]) }
    values.insert(value / 2)
    values.formUnion(Self.usual[site.quantity] ?? [])
    for (_, companion) in site.companions where site.quantity == .groups || site.quantity == .channels {
      values.insert(companion)
    }
    if site.quantity == .padding, let kernel = site.companions["kernel_size"], (1...64).contains(kernel) {
      values.insert((site.companions["dilation"] ?? 1) * (kernel - 1) / 2)
      if kernel > 1 { values.insert(kernel / 2 - 1) }
    }
    if let position = site.position {
      if position > 0 { values.insert(site.list[position - 1]) }
      if position + 1 < site.list.count { values.insert(site.list[position + 1]) }
    }
    values.remove(value)
    let standing = plausibility(of: value, at: site)
    return values.map { ($0, plausibility(of: $0, at: site) - standing + change(from: value, to: $0)) }
  }

  private static let usual: [Quantity: Set<Int>] = [
    .kernelSize: [1, 2, 3, 5, 7], .stride: [1, 2], .padding: [0, 1, 2, 3], .dilation: [1, 2], .groups: [1],
    .outputPadding: [0, 1], .count: [1, 2, 3, 4, 6], .axis: [1, -1],
    .pooledSize: [1, 2, 3, 4, 6, 7], .size: [1, 7, 28, 32, 64, 128, 224, 256, 299],
    .channels: [8, 16, 32, 64, 128, 256, 512, 1000],
  ]

  private func plausibility(of value: Int, at site: EditSite) -> Double {
    UsualValues.likelihood(of: value, at: site)
      + 2 * share(of: value, site.value, in: byLikeness[site.likeness]) + 2
      * share(of: value, site.value, in: byForm[site.form])
  }

  /// How often like sites have a value; a site is no witness of its own.
  private func share(of value: Int, _ own: Int, in counts: [Int: Int]?) -> Double {
    guard let counts else { return 0 }
    let others = counts.values.reduce(0, +) - 1
    guard others > 0 else { return 0 }
    let same = (counts[value] ?? 0) - (value == own ? 1 : 0)
    return Double(same) / Double(others) * min(1, Double(others) / 3 + 0.3)
  }

  /// How likely a slip turned the new value into the old one.
  private func change(from old: Int, to new: Int) -> Double {
    if abs(new - old) == 1 { return 1 }
    if new == old / 2 && old % 2 == 0 || old != 0 && new == old &* 2 { return 0.8 }
    if old != 0, new == old &* 2 &+ 1 { return 0.2 }
    if old == 0 { return 0.5 }
    return new > 0 && old > 0 ? -0.25 * abs(log2(Double(new) / Double(old))) : 0
  }
}
