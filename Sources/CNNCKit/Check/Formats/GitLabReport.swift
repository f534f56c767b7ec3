import Diagnostics
import Formats

/// A Code Quality report of GitLab: the part of the Code Climate issue format that it reads.
enum GitLabReport {
  static func json(_ results: CheckResults) -> JSON {
    .array(ReportedFinding.list(results.files).map(json))
  }

  private static func json(_ finding: ReportedFinding) -> JSON {
    let diagnostic = finding.diagnostic
    return [
      "description": .string(TerminalText.visible(diagnostic.message)),
      "check_name": .string("\(diagnostic.code.id) \(diagnostic.code.name)"),
      "fingerprint": .string(finding.fingerprint),
      "severity": .string(level(diagnostic.severity)),
      "location": [
        "path": .string(finding.place.path),
        "lines": [
          "begin": .int(finding.place.region?.start.line ?? 1), "end": .int(finding.place.region?.end.line ?? 1),
        ],
      ],
    ]
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
