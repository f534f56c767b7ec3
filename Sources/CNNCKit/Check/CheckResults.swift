package import Diagnostics

/// A path that could not be checked.
package struct CheckFailure: Sendable {
  package var path: String
  package var error: ModelError

  package init(path: String, error: ModelError) {
    self.path = path
    self.error = error
  }
}

/// Everything that one run of `check` found out: what each format writes in its way.
package struct CheckResults: Sendable {
  package var files: [CheckedFile]
  package var failures: [CheckFailure]
  /// Whether a warning counts as an error does.
  package var deniesWarnings: Bool

  package init(files: [CheckedFile] = [], failures: [CheckFailure] = [], deniesWarnings: Bool = false) {
    self.files = files
    self.failures = failures
    self.deniesWarnings = deniesWarnings
  }

  package var counts: FindingCounts {
    files.reduce(into: FindingCounts()) { $0 += FindingCounts($1.diagnostics) }
  }

  /// Whether findings make the run fail.
  package var hasDeniedFindings: Bool { denies(counts) }

  func denies(_ counts: FindingCounts) -> Bool { counts.errors > 0 || deniesWarnings && counts.warnings > 0 }
}
