/// How many findings there are of each severity.
package struct FindingCounts: Hashable, Sendable {
  package var errors = 0
  package var warnings = 0
  package var notes = 0

  package init() {}

  package init(_ diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }

  package static func += (a: inout FindingCounts, b: FindingCounts) {
    a.errors += b.errors
    a.warnings += b.warnings
    a.notes += b.notes
  }

  package var total: Int { errors + warnings + notes }
}

extension FindingCounts: CustomStringConvertible {
  /// The counts in words, those of zero left out: `2 errors, 1 warning`, or `no findings`.
  package var description: String {
    let parts = [(errors, "error"), (warnings, "warning"), (notes, "note")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }
}
