import Diagnostics

/// The search for repairs of one group of errors, with what its trials have told so far.
struct RepairHunt {
  private let broken: Set<ErrorPlace>
  private let standing: Set<ErrorPlace>
  private let isAboutValues: Bool
  private(set) var trials: RepairTrials
  private var found: [VerifiedRepair] = []
  /// The trials that are left when this search has to end.
  private var reserve: Int
  private var complete = 0
  private var tried: Set<[Edit]> = []
  /// The numbers of parameters by place and the number tried there.
  private var samples: [Int: [Int: Int]] = [:]

  /// So many candidates are tried before equations are solved.
  let firstChoice: Int
  /// Repairs of the whole file that are looked for, and the trials for more after the first.
  private static let wanted = 4
  private static let afterthought = 3
  /// Where nothing tells numbers apart, so many of one place are offered.
  private static let numbersOfPlace = 2

  init(group: [Diagnostic], standing: Set<ErrorPlace>, trials: RepairTrials, allowance: Int) {
    broken = Set(group.map { ErrorPlace($0) })
    isAboutValues = group.allSatisfy { $0.code.subject == .shapes }
    self.standing = standing
    self.trials = trials
    reserve = max(0, trials.left - allowance)
    firstChoice = min(50, allowance / 2)
  }

  private var isOver: Bool { trials.left <= reserve || complete >= Self.wanted }

  mutating func attempt(_ candidates: some Sequence<RepairCandidate>) {
    for candidate in candidates {
      if isOver { return }
      attempt(candidate)
    }
  }

  private mutating func attempt(_ candidate: RepairCandidate) {
    guard tried.insert(candidate.fix.edits).inserted else { return }
    // The rule's own proposals are worth knowing too when they uncover something else.
    let isOwn = candidate.label == nil
    guard let outcome = trials.outcome(of: candidate.fix.edits, stopsAtError: !isOwn && standing == broken) else {
      return
    }
    if let trial = candidate.trial, let count = outcome.parameterCount {
      samples[trial.site, default: [:]][trial.value] = count
    }
    guard broken.isDisjoint(with: outcome.errors) else { return }
    let result = result(outcome)
    if result > .thisError, !isOwn { return }
    found.append(
      VerifiedRepair(
        candidate: candidate, result: result, remarks: outcome.remarks, keepsValues: isAboutValues))
    guard result == .wholeFile else { return }
    complete += 1
    if complete == 1 { reserve = max(reserve, trials.left - Self.afterthought) }
  }

  private func result(_ outcome: RepairOutcome) -> VerifiedRepair.Result {
    if outcome.checks { return .wholeFile }
    let new = outcome.errors.subtracting(standing)
    if new.isEmpty { return .thisError }
    return new.allSatisfy { $0.code.subject == .expectations } ? .promisesBroken : .uncovered
  }

  /// The repairs with the best that can be had, the best first; what leaves more errors than others is left out.
  var repairs: [VerifiedRepair] {
    let best = found.map(\.result).min() ?? .wholeFile
    let quietest = found.filter { $0.result == best }.map(\.remarks).min() ?? 0
    var numbers: [Int: Int] = [:]
    return found.filter { repair in
      repair.result <= max(best, .thisError) && (repair.candidate.trial == nil || repair.remarks <= quietest)
    }.sorted(by: VerifiedRepair.precedes).filter { repair in
      guard let site = repair.candidate.trial?.site else { return true }
      numbers[site, default: 0] += 1
      return numbers[site, default: 0] <= Self.numbersOfPlace
    }
  }

  /// Finds the number at each place that makes the number of parameters the promised one.
  ///
  /// The number of parameters is a polynomial of degree two in a kernel size or a count of channels, and of degree one in a
  /// count of layers, so three values of it tell them all.
  ///
  /// - Parameters:
  ///   - candidates: In their order, which says where to begin.
  ///   - standing: The number of parameters now, which is a first value; nil when it is not known.
  mutating func solve(_ sites: [EditSite], in candidates: [RepairCandidate], for promise: Int, standing: Int?) {
    if complete > 0 { return }
    var order: [Int] = []
    var values: [Int: [Int]] = [:]
    for trial in candidates.compactMap(\.trial) where sites[trial.site].countsParameters {
      if values[trial.site] == nil { order.append(trial.site) }
      values[trial.site, default: []].append(trial.value)
    }
    for index in order {
      if let standing { samples[index, default: [:]][sites[index].value] = standing }
      var probes = (values[index] ?? []).filter { samples[index]?[$0] == nil }.prefix(standing == nil ? 4 : 2)
      while !isOver, complete == 0 {
        let known = samples[index] ?? [:]
        if Set(known.values).count >= 2 {
          for value in ParameterCurve.solutions(of: known, for: promise) where known[value] == nil {
            attempt(RepairCandidate(value, at: index, of: sites, score: 3))
          }
        } else if known.count >= 2 {
          break
        }
        guard complete == 0, known.count < 3, let probe = probes.popFirst() else { break }
        attempt(RepairCandidate(probe, at: index, of: sites, score: 0))
      }
      if isOver || complete > 0 { return }
    }
  }
}

/// The number of parameters as a polynomial of a number in the file.
enum ParameterCurve {
  /// The whole numbers at which the polynomial through known points, of degree two at most, has a value.
  static func solutions(of points: [Int: Int], for value: Int) -> [Int] {
    let points = points.sorted { $0.key < $1.key }.prefix(3).map { (x: Double($0.key), y: Double($0.value)) }
    guard points.count >= 2, points[1].x != points[0].x else { return [] }
    let slope = (points[1].y - points[0].y) / (points[1].x - points[0].x)
    var curvature = 0.0
    if points.count == 3 {
      let second = (points[2].y - points[1].y) / (points[2].x - points[1].x)
      curvature = (second - slope) / (points[2].x - points[0].x)
    }
    func height(_ x: Double) -> Double {
      points[0].y + (x - points[0].x) * (slope + curvature * (x - points[1].x))
    }
    let linear = slope - curvature * (points[0].x + points[1].x)
    let constant = height(0) - Double(value)
    var roots: [Double] = []
    if abs(curvature) < 1e-9 {
      if linear != 0 { roots = [-constant / linear] }
    } else {
      let discriminant = linear * linear - 4 * curvature * constant
      guard discriminant >= 0 else { return [] }
      roots = [1, -1].map { (-linear + $0 * discriminant.squareRoot()) / (2 * curvature) }
    }
    return roots.filter { $0 >= 0.5 && $0 < 1e7 }.map { Int($0.rounded()) }
      .filter { abs(height(Double($0)) - Double(value)) < 0.5 }
  }
}
