import Analysis
import Diagnostics

/// The stage of `check` that looks for repairs of errors and puts them in the place of unproven ones.
///
/// Errors that one edit repairs together have one cause and become one.
struct RepairStage {
  private let model: Model
  private var search: RepairSearch
  private let diagnostics: [Diagnostic]
  private let errors: [Diagnostic]

  /// The stage for the findings of a model as far as they are gathered.
  init(_ model: Model, _ diagnostics: [Diagnostic]) {
    self.model = model
    self.diagnostics = diagnostics
    errors = diagnostics.filter { $0.severity == .error && $0.primary.span.isIn(model.sources) }
    search = RepairSearch(model, errors: errors)
  }

  /// The findings of the model with proven repairs of the errors that are chosen.
  mutating func findings(where isChosen: (Diagnostic) -> Bool = { _ in true }) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let promises = errors.filter(\.isBrokenPromise)
    var handled: Set<ErrorPlace> = []
    var share = errors.count - max(0, promises.count - 1)
    for diagnostic in diagnostics {
      let place = ErrorPlace(diagnostic)
      guard diagnostic.severity == .error, diagnostic.primary.span.isIn(model.sources), isChosen(diagnostic) else {
        findings.append(diagnostic)
        continue
      }
      guard handled.insert(place).inserted, !search.isOver else {
        findings.append(diagnostic)
        continue
      }
      let group = diagnostic.isBrokenPromise ? promises : [diagnostic]
      let repairs = search.repairs(of: group, share: share)
      share -= 1
      var finding = diagnostic
      finding.offer(repairs, recording: group, in: model.sources)
      // What can be repaired alone has a cause of its own.
      let cures = repairs.contains { $0.result == .wholeFile } && !repairs.contains { $0.result == .thisError }
      if cures { finding.absorb(errors.filter { $0 != diagnostic }) }
      findings.append(finding)
      if cures { return findings + diagnostics.filter { $0.severity != .error && !findings.contains($0) } }
    }
    return findings
  }
}

extension Diagnostic {
  /// Whether it is about what `expect` promises.
  var isBrokenPromise: Bool { code == .shapeExpectation || code == .countExpectation }

  /// Puts proven repairs in the place of the others.
  fileprivate mutating func offer(
    _ repairs: [VerifiedRepair], recording group: [Diagnostic], in sources: SourceMap
  ) {
    let records = group.flatMap(\.fixes).filter(\.isRecord)
    fixes = repairs.prefix(4).map(\.candidate.fix)
    if !records.isEmpty {
      let title = records.count == 1 ? records[0].title : "write the actual values"
      fixes.append(Fix(title, safety: .unsafe, edits: records.flatMap(\.edits), isRecord: true))
    }
    mark(repairs.prefix(3).filter { $0.result == .wholeFile }.compactMap(\.candidate.label), in: sources)
  }

  /// Labels the places of repairs, where no other label stands in the same line.
  private mutating func mark(_ places: [Label], in sources: SourceMap) {
    if !places.isEmpty, isBrokenPromise { labels = [] }
    func line(_ label: Label) -> [Int] {
      [label.span.source.index, sources[label.span.source].position(at: label.span.lower).line]
    }
    for place in places where !([primary] + labels).map(line).contains(line(place)) { labels.append(place) }
  }

  /// Takes errors in that have the same cause.
  fileprivate mutating func absorb(_ others: [Diagnostic]) {
    for other in others.prefix(3) { notes.append("from the same cause: \(other.message)") }
    if others.count > 3 { notes.append("and \(others.count - 3) more errors from the same cause") }
  }
}

extension Span {
  fileprivate func isIn(_ sources: SourceMap) -> Bool { !sources[source].path.hasPrefix("--") }
}
