import Diagnostics

/// What `check --fix` does with files, one after the other: several may include the same one.
package struct FixRequest: Sendable {
  package var options: ModelOptions
  /// Whether fixes that change what is computed are made too.
  package var includesUnsafe: Bool
  /// Whether changed files are written.
  package var writes: Bool
  /// The paths of the command line: what lies below them may be edited, also where it is only included.
  package var paths: [String]

  package init(options: ModelOptions, includesUnsafe: Bool, writes: Bool, paths: [String]) {
    self.options = options
    self.includesUnsafe = includesUnsafe
    self.writes = writes
    self.paths = paths
  }

  /// Fixes files; `-` is the standard input, which is not written.
  package func fix(_ targets: CheckTargets) -> FixResults {
    var results = FixResults(remaining: CheckResults(failures: targets.failures))
    for path in targets.files {
      do throws(ModelError) {
        try fix(path, into: &results)
      } catch {
        results.remaining.failures.append(CheckFailure(path: path, error: error))
      }
    }
    return results
  }

  private func fix(_ path: String, into results: inout FixResults) throws(ModelError) {
    let model = path == "-" ? try Model(standardInput: options) : try Model(contentsOf: path, options: options)
    let fixed = FixedModel(model, includingUnsafe: includesUnsafe, mayEdit: isInside)
    if writes, path != "-" { try fixed.write() }
    results.remaining.files.append(CheckedFile(path: model.path, fixed.check))
    results.changes += fixed.changes
    results.differences.append(fixed.difference)
    if path == "-" { results.standardInput = fixed.text }
  }

  private func isInside(_ path: String) -> Bool {
    paths.contains { $0 == path || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }
}

/// What a run of fixes changed, and what it left.
package struct FixResults: Sendable {
  package var remaining: CheckResults
  package var changes: [FixedModel.Change] = []
  /// The changes of each file, as `diff -u` writes them.
  package var differences: [String] = []
  /// The text of the standard input with its fixes, where that was a target.
  package var standardInput: String?

  init(remaining: CheckResults) { self.remaining = remaining }
}
