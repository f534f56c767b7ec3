import Diagnostics

/// An edit that may repair an error.
struct RepairCandidate {
  var fix: Fix
  /// How plausible it is that this was meant.
  var score: Double
  /// What the label at its place says when it repairs the file; nil where the error speaks of it itself.
  var label: Label?
  /// The place whose number it changes, and the new one; nil for other edits.
  var trial: (site: Int, value: Int)?

  init(_ fix: Fix, score: Double) {
    self.fix = fix
    self.score = score
  }

  /// Another number at a place of the file, which is one of a list of places.
  init(_ value: Int, at index: Int, of sites: [EditSite], score: Double) {
    let site = sites[index]
    let what = site.position.map { "number \($0 + 1) of \(site.name)" } ?? site.name
    self.init(Fix("change \(what) to \(value)", safety: .unsafe, edits: [Edit(site.span, "\(value)")]), score: score)
    label = Label(site.span, "\(value) here mends it")
    trial = (index, value)
  }
}

/// A candidate after a trial.
struct VerifiedRepair {
  /// What it leaves, the best first.
  enum Result: Int, Comparable {
    /// The whole file checks.
    case wholeFile
    /// The error is gone, and no new one came; others stay.
    case thisError
    /// The error is gone, and promises of the file, which it kept from being checked, are broken.
    case promisesBroken
    /// The error is gone, but others came that it may have hidden.
    case uncovered

    static func < (a: Result, b: Result) -> Bool { a.rawValue < b.rawValue }
  }

  var candidate: RepairCandidate
  var result: Result
  /// The warnings and notes after it.
  var remarks: Int
  /// Whether it is of an error about values, so that a safe repair is sure to be right, which a name's need not be.
  var keepsValues: Bool

  /// The order in which repairs are offered.
  static func precedes(_ a: VerifiedRepair, _ b: VerifiedRepair) -> Bool {
    func rank(_ repair: VerifiedRepair) -> (Int, Int, Int, Int, Double) {
      let fix = repair.candidate.fix
      let isSafe = fix.safety == .safe && repair.result <= (repair.keepsValues ? .thisError : .wholeFile)
      return (isSafe ? 0 : 1, repair.result.rawValue, repair.remarks, fix.edits.count, -repair.candidate.score)
    }
    return rank(a) < rank(b)
  }
}
