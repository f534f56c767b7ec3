import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Operators

/// Finds the edits of one file that make its errors go away.
///
/// Candidates are the repairs that the broken rule itself proposes, and other numbers at the places that the error may come
/// from. They are tried on the whole file, the most plausible first, until enough are found or the work allowed is used up.
struct RepairSearch {
  /// Whether no further edit is tried.
  var isOver: Bool { trials.left == 0 }

  private let model: Model
  private let files: RepairableFiles
  private let standing: Set<ErrorPlace>
  private var trials: RepairTrials

  init(_ model: Model, errors: [Diagnostic]) {
    self.model = model
    files = RepairableFiles(model)
    standing = Set(errors.map { ErrorPlace($0) })
    trials = RepairTrials(model, errors: errors.count)
  }

  /// The repairs of errors with one cause, the best first.
  ///
  /// - Parameters:
  ///   - group: The errors; the first is where the search begins.
  ///   - share: How many groups share the trials that are left.
  mutating func repairs(of group: [Diagnostic], share: Int) -> [VerifiedRepair] {
    guard let error = group.first else { return [] }
    let candidates = files.candidates(for: error, model)
    var hunt = RepairHunt(
      group: group, standing: standing, trials: trials, allowance: max(2, trials.left / max(1, share)))
    hunt.attempt(candidates.prefix(hunt.firstChoice))
    if let promise = model.promisedParameterCount {
      hunt.solve(files.sites, in: candidates, for: promise, standing: model.standingParameterCount)
    }
    hunt.attempt(candidates.dropFirst(hunt.firstChoice))
    trials = hunt.trials
    return hunt.repairs
  }
}

/// What of a model's files repairs may change.
struct RepairableFiles {
  let sites: [EditSite]
  private let values: CandidateValues
  private let reader: EditSiteReader

  /// Less plausible numbers are not offered where no promise of the file confirms them.
  private static let convincing = 2.5

  init(_ model: Model) {
    reader = EditSiteReader(model.sources, root: model.elaboration.document.source)
    sites = reader.sites
    values = CandidateValues(sites)
  }

  /// Everything to try for an error, the most plausible first.
  func candidates(for error: Diagnostic, _ model: Model) -> [RepairCandidate] {
    var candidates = error.fixes.filter { !$0.isRecord }.enumerated().map { order, fix in
      RepairCandidate(fix, score: 12 - 0.1 * Double(order))
    }
    candidates += renamings(for: error, model.sources)
    // Numbers mend neither syntax nor the limits of the language.
    if error.code.subject == .syntax || error.code.id.hasPrefix("E021") { return candidates }
    let slice = ErrorSlice(of: error, in: model.graph, sources: model.sources)
    candidates += JoinRepairs.candidates(for: error, model, reader.readers)
    candidates += reader.attributeLists.flatMap { list in
      let absent = AbsentAttributes(list: list, sources: model.sources)
      let proximity = slice.proximity(ofKeyword: list.keyword)
      let rounding = error.code == .unequalShapes && proximity > 0 ? absent.rounding : nil
      return absent.candidates(proximity: proximity) + (rounding.map { [$0] } ?? [])
    }
    candidates += PromisedChannels.candidates(for: error, model, sites)
    let known = Set(candidates.map(\.fix.edits))
    let gap = PromiseGap(model, error: error)
    for (index, site) in sites.enumerated() {
      let proximity = slice.proximity(of: site)
      for (value, gain) in values.candidates(at: site) {
        let score = gain + proximity + (gap?.support(for: value, at: site) ?? 0)
        let candidate = RepairCandidate(value, at: index, of: sites, score: score)
        if !known.contains(candidate.fix.edits) { candidates.append(candidate) }
      }
    }
    let threshold = model.elaboration.sections.expect.isEmpty ? Self.convincing : -.infinity
    return candidates.filter { $0.score >= threshold && !$0.fix.edits.isEmpty }
      .sorted {
        ($1.score, $0.fix.edits[0].span, $0.fix.edits[0].text)
          < ($0.score, $1.fix.edits[0].span, $1.fix.edits[0].text)
      }
  }

  /// Where a name is not known, it is misspelt, or perhaps its declaration is.
  private func renamings(for error: Diagnostic, _ sources: SourceMap) -> [RepairCandidate] {
    guard error.code == .unknownBlockParam || error.code == .unknownName else { return [] }
    let name = sources.text(of: error.primary.span)
    let near = reader.declarations.filter { !Suggestion.nearest(to: name, among: [$0.value]).isEmpty }.prefix(5)
    return near.flatMap { declared in
      let use = Fix(
        "write \(declared.value) instead of \(name)", safety: .unsafe, edits: [Edit(error.primary.span, declared.value)]
      )
      let declaration = Fix(
        "declare \(name) instead of \(declared.value)", safety: .unsafe, edits: [Edit(declared.span, name)])
      var candidate = RepairCandidate(declaration, score: 4)
      candidate.label = Label(declared.span, "declared as '\(declared.value)'")
      return [RepairCandidate(use, score: 5), candidate]
    }
  }
}

extension Model {
  /// The number of parameters that the file promises exactly.
  fileprivate var promisedParameterCount: Int? {
    let promise = elaboration.sections.expect.first { $0.key == "params" }?.value
    guard case .int(let count)? = promise?.content else { return nil }
    return count
  }

  /// The number of parameters as the file is; nil while it has other errors.
  fileprivate var standingParameterCount: Int? {
    elaboration.diagnostics.hasErrors ? nil : graph?.parameterCount
  }
}
