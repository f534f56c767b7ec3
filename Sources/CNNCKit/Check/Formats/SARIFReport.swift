import Diagnostics
import Formats

/// A log in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), as GitHub code scanning and editors read.
///
/// Columns are Unicode code points. Files are named relative to the folder that the program ran in, `%SRCROOT%`.
struct SARIFReport {
  private let results: CheckResults
  private let paths: ReportPaths
  private let findings: [ReportedFinding]
  private let rules: SARIFRules

  init(_ results: CheckResults, paths: ReportPaths = .workingFolder) {
    self.results = results
    self.paths = paths
    findings = ReportedFinding.list(results.files, paths)
    rules = SARIFRules(findings.map(\.diagnostic.code))
  }

  private static let root = "%SRCROOT%"

  var json: JSON {
    [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "cnnc", "version": .string(cnncVersion), "semanticVersion": .string(cnncVersion),
              "rules": rules.json,
            ]
          ],
          "invocations": [
            [
              "executionSuccessful": .bool(results.failures.isEmpty),
              "toolExecutionNotifications": .array(results.failures.map(notification)),
            ]
          ],
          "originalUriBaseIds": .object([
            .init(Self.root, ["description": ["text": "The folder that cnnc ran in."]])
          ]),
          "columnKind": "unicodeCodePoints",
          "results": .array(findings.map(result)),
        ]
      ],
    ]
  }

  private func notification(_ failure: CheckFailure) -> JSON {
    [
      "level": "error", "message": message(failure.error.description),
      "locations": [["physicalLocation": ["artifactLocation": artifact(paths.relative(failure.path))]]],
    ]
  }

  private func result(_ finding: ReportedFinding) -> JSON {
    let diagnostic = finding.diagnostic
    var members: [JSON.Member] = [
      .init("ruleId", .string(diagnostic.code.id)),
      .init("ruleIndex", .int(rules.index(of: diagnostic.code))),
      .init("level", .string(diagnostic.severity.rawValue)),
      .init("message", message(finding.text)),
      .init("locations", [location(of: finding)]),
    ]
    if finding.model != finding.place.path { members.append(.init("analysisTarget", artifact(finding.model))) }
    let labels = diagnostic.labels.filter { !finding.sources[$0.span.source].isOption }
    if !labels.isEmpty {
      members.append(.init("relatedLocations", .array(labels.enumerated().map { related($1, $0, finding.sources) })))
    }
    members.append(.init("partialFingerprints", ["cnncFinding/v1": .string(finding.fingerprint)]))
    let fixes = diagnostic.fixes.compactMap { fix($0, finding.sources) }
    if !fixes.isEmpty { members.append(.init("fixes", .array(fixes))) }
    return .object(members)
  }

  private func location(of finding: ReportedFinding) -> JSON {
    var physical: [JSON.Member] = [.init("artifactLocation", artifact(finding.place.path))]
    if let region = finding.place.region { physical.append(.init("region", json(region))) }
    var members: [JSON.Member] = [.init("physicalLocation", .object(physical))]
    if let layer = finding.diagnostic.layer {
      members.append(.init("logicalLocations", [["fullyQualifiedName": .string(layer), "kind": "object"]]))
    }
    let label = finding.diagnostic.primary.message
    if !label.isEmpty { members.append(.init("message", message(label))) }
    return .object(members)
  }

  private func related(_ label: Label, _ number: Int, _ sources: SourceMap) -> JSON {
    var members: [JSON.Member] = [
      .init("id", .int(number)), .init("physicalLocation", place(of: label.span, sources)),
    ]
    if !label.message.isEmpty { members.append(.init("message", message(label.message))) }
    return .object(members)
  }

  /// A fix; nil when it changes the command line and no file.
  private func fix(_ fix: Fix, _ sources: SourceMap) -> JSON? {
    guard !fix.edits.isEmpty, fix.edits.allSatisfy({ !sources[$0.span.source].isOption }) else { return nil }
    let files = Dictionary(grouping: fix.edits) { $0.span.source.index }.sorted { $0.key < $1.key }
    return [
      "description": message(fix.title),
      "artifactChanges": .array(
        files.map { index, edits in
          let path = paths.relative(sources[SourceID(index: index)].path)
          return ["artifactLocation": artifact(path), "replacements": .array(edits.map { replacement($0, sources) })]
        }),
      "properties": ["safety": .string(fix.safety.rawValue)],
    ]
  }

  private func replacement(_ edit: Edit, _ sources: SourceMap) -> JSON {
    [
      "deletedRegion": json(ReportedRegion(edit.span, in: sources)),
      "insertedContent": ["text": .string(edit.text)],
    ]
  }

  private func place(of span: Span, _ sources: SourceMap) -> JSON {
    [
      "artifactLocation": artifact(paths.relative(sources[span.source].path)),
      "region": json(ReportedRegion(span, in: sources)),
    ]
  }

  private func json(_ region: ReportedRegion) -> JSON {
    [
      "startLine": .int(region.start.line), "startColumn": .int(region.start.column),
      "endLine": .int(region.end.line), "endColumn": .int(region.end.column),
    ]
  }

  private func artifact(_ path: String) -> JSON {
    let uri = JSON.string(ReportPaths.uri(path))
    return path.hasPrefix("/") ? ["uri": uri] : ["uri": uri, "uriBaseId": .string(Self.root)]
  }

  /// A plain text. `[words](target)` would be a link, which no finding has, so that brackets before one are escaped.
  private func message(_ text: String) -> JSON {
    let text = TerminalText.visible(text)
    return ["text": .string(text.contains("](") ? text.replacing("[", with: "\\[").replacing("]", with: "\\]") : text)]
  }
}
