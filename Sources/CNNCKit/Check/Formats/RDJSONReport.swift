import Diagnostics
import Formats

/// The Reviewdog Diagnostic Format, as one JSON object.
///
/// Its columns count bytes from 1 and ends are exclusive. A suggestion is one replacement: a fix of several edits is one
/// that covers them all.
struct RDJSONReport {
  private let results: CheckResults
  private let paths = ReportPaths.workingFolder

  init(_ results: CheckResults) { self.results = results }

  /// Fixes that rewrite more bytes than this between their first and last edit are left out.
  private static let suggestionLimit = 4096

  var json: JSON {
    let findings = ReportedFinding.list(results.files, paths)
    let worst = findings.map(\.diagnostic.severity).max() ?? .note
    return [
      "source": ["name": "cnnc"], "severity": .string(level(worst)), "diagnostics": .array(findings.map(json)),
    ]
  }

  private func json(_ finding: ReportedFinding) -> JSON {
    let (diagnostic, sources) = (finding.diagnostic, finding.sources)
    var location: [JSON.Member] = [.init("path", .string(finding.place.path))]
    if finding.place.region != nil { location.append(.init("range", range(diagnostic.primary.span, in: sources))) }
    let labels = diagnostic.labels.filter { !$0.message.isEmpty && !sources[$0.span.source].isOption }
    let suggestions = diagnostic.fixes.compactMap {
      suggestion($0, in: sources, file: diagnostic.primary.span.source)
    }
    return [
      "message": .string(finding.text), "location": .object(location),
      "severity": .string(level(diagnostic.severity)), "code": ["value": .string(diagnostic.code.id)],
      "suggestions": .array(suggestions),
      "relatedLocations": .array(
        labels.map { label in
          [
            "message": .string(TerminalText.visible(label.message)),
            "location": [
              "path": .string(paths.relative(sources[label.span.source].path)),
              "range": range(label.span, in: sources),
            ],
          ]
        }),
    ]
  }

  /// The edits of a fix as one replacement; nil when they reach into another file or lie far apart.
  private func suggestion(_ fix: Fix, in sources: SourceMap, file: SourceID) -> JSON? {
    let edits = fix.edits.sorted { $0.span < $1.span }
    guard let first = edits.first, edits.allSatisfy({ $0.span.source == file }), !sources[file].isOption else {
      return nil
    }
    let whole = edits.reduce(first.span) { $0.union($1.span) }
    guard whole.upper - whole.lower <= Self.suggestionLimit else { return nil }
    var text = ""
    var offset = whole.lower
    for edit in edits {
      guard edit.span.lower >= offset else { return nil }
      text += sources[file].text(in: offset..<edit.span.lower) + edit.text
      offset = edit.span.upper
    }
    return ["range": range(whole, in: sources), "text": .string(text)]
  }

  private func range(_ span: Span, in sources: SourceMap) -> JSON {
    let source = sources[span.source]
    return ["start": place(span.lower, in: source), "end": place(span.upper, in: source)]
  }

  private func place(_ offset: Int, in source: SourceText) -> JSON {
    let line = source.position(at: offset).line
    return ["line": .int(line), "column": .int(offset - source.byteRange(ofLine: line).lowerBound + 1)]
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
