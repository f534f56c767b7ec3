package import Diagnostics
package import Formats

/// The findings of one file, with what they are about.
package struct CheckedFile: Sendable {
  package var path: String
  package var diagnostics: [Diagnostic]
  package var sources: SourceMap
  package var accepts: [AcceptedSizes]

  package init(path: String, _ check: ModelCheck) {
    self.path = path
    diagnostics = check.diagnostics
    sources = check.sources
    accepts = check.accepts
  }
}

/// The JSON of `check --format json`.
package enum CheckReport {
  /// The report on all files; with `deniesWarnings` a warning makes a file not ok.
  package static func json(_ files: [CheckedFile], deniesWarnings: Bool = false) -> JSON {
    var counts = FindingCounts()
    for file in files { counts += FindingCounts(file.diagnostics) }
    return [
      "version": 1,
      "files": .array(files.map { json($0, deniesWarnings: deniesWarnings) }),
      "summary": ["errors": .int(counts.errors), "warnings": .int(counts.warnings), "notes": .int(counts.notes)],
    ]
  }

  private static func json(_ file: CheckedFile, deniesWarnings: Bool) -> JSON {
    let counts = FindingCounts(file.diagnostics)
    let places = SpanWriter(path: file.path, sources: file.sources)
    var report: [JSON.Member] = [
      .init("path", .string(file.path)),
      .init("ok", .bool(counts.errors == 0 && !(deniesWarnings && counts.warnings > 0))),
      .init("accepts", .object(file.accepts.map { .init($0.symbol, .string($0.description)) })),
    ]
    if let horizon = file.accepts.first?.horizon { report.append(.init("accepts_until", .string(horizon))) }
    report.append(.init("diagnostics", .array(file.diagnostics.map { json($0, places) })))
    return .object(report)
  }

  private static func json(_ diagnostic: Diagnostic, _ places: SpanWriter) -> JSON {
    [
      "code": .string(diagnostic.code.id),
      "name": .string(diagnostic.code.name),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "layer": diagnostic.layer.map { .string($0) } ?? .null,
      "span": places.json(diagnostic.primary.span),
      "labels": .array(
        ([diagnostic.primary] + diagnostic.labels).filter { !$0.message.isEmpty }.map {
          ["message": .string($0.message), "span": places.json($0.span)]
        }),
      "notes": .strings(diagnostic.notes),
      "help": .strings(diagnostic.help),
      "fixes": .array(diagnostic.fixes.map { json($0, places) }),
    ]
  }

  private static func json(_ fix: Fix, _ places: SpanWriter) -> JSON {
    [
      "title": .string(fix.title), "safety": .string(fix.safety.rawValue),
      "edits": .array(fix.edits.map { ["span": places.json($0.span), "text": .string($0.text)] }),
    ]
  }
}

/// Writes spans as lines and columns from 1, columns in characters; the end is the place after the last character.
private struct SpanWriter {
  let path: String
  let sources: SourceMap

  func json(_ span: Span) -> JSON {
    let source = sources[span.source]
    let (start, end) = (source.position(at: span.lower), source.position(at: span.upper))
    var members: [JSON.Member] = [
      .init("line", .int(start.line)), .init("column", .int(start.column)), .init("end_line", .int(end.line)),
      .init("end_column", .int(end.column)),
    ]
    if source.path != path { members.append(.init("path", .string(source.path))) }
    return .object(members)
  }
}
