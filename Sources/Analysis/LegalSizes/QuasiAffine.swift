import Tensors

/// An integer function of one symbol that is affine on every residue class: at `period * q + r` its value is
/// `slope * q + offsets[r]`, for all integers `q` and `0 <= r < period`.
///
/// Sums, multiples and floors of quotients of such functions are such functions again, so the table of a size is exact
/// however many strides and resizings lie before it.
struct QuasiAffine: Hashable {
  private(set) var slope: Int
  private(set) var offsets: [Int]

  var period: Int { offsets.count }

  /// Periods beyond this are not followed: no network's strides come near.
  static let periodLimit = 1 << 14

  static let identity = QuasiAffine(slope: 1, offsets: [0])

  static func constant(_ value: Int) -> QuasiAffine { QuasiAffine(slope: 0, offsets: [value]) }

  /// The table of a size that depends on one symbol; nil for a product of symbols and past every bound.
  init?(_ size: Dimension) {
    switch size {
    case .known(let value): self = .constant(value)
    case .symbolic(let polynomial): self.init(polynomial)
    case .unknown, .overflow: return nil
    }
  }

  private init(slope: Int, offsets: [Int]) {
    self.slope = slope
    self.offsets = offsets
  }

  private init?(_ polynomial: Polynomial) {
    var sum = QuasiAffine.constant(0)
    for term in polynomial.terms {
      var part = QuasiAffine.constant(1)
      switch term.factors.first {
      case nil: break
      case _ where term.factors.count > 1: return nil
      case .symbol: part = .identity
      case .floorDivision(let inner, let divisor):
        guard let quotient = QuasiAffine(inner)?.floorDivided(by: divisor) else { return nil }
        part = quotient
      }
      guard let product = part.multiplied(by: term.coefficient), let next = sum.adding(product) else { return nil }
      sum = next
    }
    self = sum
  }

  func adding(_ other: QuasiAffine) -> QuasiAffine? {
    guard let period = QuasiAffine.commonPeriod(period, other.period), let a = extended(to: period),
      let b = other.extended(to: period), let slope = Self.sum(a.slope, b.slope)
    else { return nil }
    return Self.complete(slope: slope, zip(a.offsets, b.offsets).map { Self.sum($0, $1) })
  }

  func multiplied(by factor: Int) -> QuasiAffine? {
    guard let slope = Self.product(slope, factor) else { return nil }
    return Self.complete(slope: slope, offsets.map { Self.product($0, factor) })
  }

  /// The floor of the quotient by a positive divisor.
  func floorDivided(by divisor: Int) -> QuasiAffine? {
    guard let stretched = withSlope(multipleOf: divisor) else { return nil }
    return QuasiAffine(
      slope: stretched.slope / divisor,
      offsets: stretched.offsets.map { ($0 - Int.remainder($0, divisor)) / divisor })
  }

  /// The same function over a multiple of its period; nil past every bound.
  func extended(to period: Int) -> QuasiAffine? {
    guard period != self.period else { return self }
    let count = period / self.period
    guard let slope = Self.product(self.slope, count) else { return nil }
    var offsets: [Int?] = []
    for step in 0..<count {
      let rise = Self.product(self.slope, step)
      offsets += self.offsets.map { offset in rise.flatMap { Self.sum(offset, $0) } }
    }
    return Self.complete(slope: slope, offsets)
  }

  /// The same function over a period in which it grows by a multiple of a positive number, so that its remainder by
  /// that is the same everywhere on a residue class.
  func withSlope(multipleOf divisor: Int) -> QuasiAffine? {
    let magnitude = slope == .min ? .max : abs(slope)
    let (period, overflow) = period.multipliedReportingOverflow(
      by: divisor / Int.greatestCommonDivisor(divisor, magnitude))
    return overflow || period > Self.periodLimit ? nil : extended(to: period)
  }

  /// The least common multiple of two periods; nil past the limit.
  static func commonPeriod(_ a: Int, _ b: Int) -> Int? {
    let (period, overflow) = (a / Int.greatestCommonDivisor(a, b)).multipliedReportingOverflow(by: b)
    return overflow || period > periodLimit ? nil : period
  }

  private static func complete(slope: Int, _ offsets: [Int?]) -> QuasiAffine? {
    let known = offsets.compactMap { $0 }
    return known.count == offsets.count ? QuasiAffine(slope: slope, offsets: known) : nil
  }

  /// Numbers stay below this magnitude, so that solving for `q` cannot overflow.
  private static let magnitudeLimit = 1 << 56

  private static func sum(_ a: Int, _ b: Int) -> Int? { bounded(a.addingReportingOverflow(b)) }

  private static func product(_ a: Int, _ b: Int) -> Int? { bounded(a.multipliedReportingOverflow(by: b)) }

  private static func bounded(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
    result.overflow || result.partialValue.magnitude > magnitudeLimit ? nil : result.partialValue
  }
}
