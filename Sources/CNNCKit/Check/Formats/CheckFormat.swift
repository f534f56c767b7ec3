package import Diagnostics
import Formats

/// How `check` writes what it found.
package enum CheckFormat: String, CaseIterable, Sendable {
  case text, concise, json, sarif, github, gitlab, junit, rdjson

  /// The whole output of a run; the style is for the formats that people read.
  package func render(_ results: CheckResults, style: TextStyle = .plain) -> String {
    switch self {
    case .text: TextListing.text(results, style: style)
    case .concise: TextListing.concise(results, style: style)
    case .json: CheckReport.json(results.files, deniesWarnings: results.deniesWarnings).serialized() + "\n"
    case .sarif: SARIFReport(results).json.serialized(pretty: true) + "\n"
    case .github: GitHubAnnotations.text(results)
    case .gitlab: GitLabReport.json(results).serialized(pretty: true) + "\n"
    case .junit: JUnitReport.xml(results)
    case .rdjson: RDJSONReport(results).json.serialized(pretty: true) + "\n"
    }
  }
}
