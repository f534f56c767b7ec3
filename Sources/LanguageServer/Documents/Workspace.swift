import Diagnostics
import Formats

/// The open documents, and which of them must be checked again.
final class Workspace {
  var encoding = PositionEncoding.utf16
  /// The folders that the client has open, each with a slash at the end.
  var folders: [String] = []
  private(set) var documents: [String: OpenDocument] = [:]
  /// The documents whose findings are out of date.
  private var stale: Set<String> = []
  /// The findings that each document's check has put at each URI, to take back what is no longer so.
  private var published: [String: [String: [JSON]]] = [:]

  func open(uri: String, version: Int?, text: String) {
    documents[uri] = OpenDocument(uri: uri, version: version, text: text, encoding: encoding)
    stale.insert(uri)
    invalidateIncluders()
  }

  func close(_ uri: String) {
    documents[uri] = nil
    stale.insert(uri)
    invalidateIncluders()
  }

  /// Notes that the text of a document is another one, which its includers read too.
  func didChange(_ document: OpenDocument) {
    stale.insert(document.uri)
    for other in documents.values where other !== document {
      let model = other.checked ?? other.lastReadable
      if other.checked == nil || model?.source(ofPath: document.path) != nil { invalidate(other) }
    }
  }

  /// Checks again every model that includes files, since one of those may be another.
  func invalidateIncluders() {
    for document in documents.values {
      let model = document.checked ?? document.lastReadable
      if document.checked == nil || model?.hasIncludes == true { invalidate(document) }
    }
  }

  private func invalidate(_ document: OpenDocument) {
    document.checked = nil
    stale.insert(document.uri)
  }

  /// What the newest text of a document means.
  func checked(_ document: OpenDocument) -> CheckedModel {
    if let checked = document.checked { return checked }
    let checked = check(document, document.source)
    document.checked = checked
    if checked.isReadable { document.lastReadable = checked }
    return checked
  }

  /// What a text in place of a document's means.
  func check(_ document: OpenDocument, _ source: SourceText) -> CheckedModel {
    var files = openTexts
    files[document.path] = nil
    return CheckedModel(source, folder: document.folder, openFiles: files, encoding: encoding)
  }

  /// The texts of the open documents by their paths.
  var openTexts: [String: [UInt8]] {
    Dictionary(documents.values.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The models that a document is a part of, itself first, each with the source that the document is there.
  func models(reading document: OpenDocument) -> [(model: CheckedModel, source: SourceID)] {
    if document.isModel { return [(checked(document), SourceID(index: 0))] }
    let roots = documents.values.filter(\.isModel).sorted { $0.uri < $1.uri }
    let reading = roots.compactMap { root in
      let model = checked(root)
      return model.source(ofPath: document.path).map { (model, $0) }
    }
    return reading.isEmpty ? [(checked(document), SourceID(index: 0))] : reading
  }

  /// The URI of a source: the client's own when it is open.
  func uri(of source: SourceID, in model: CheckedModel) -> String {
    let path = model.sources[source].path
    return documents.values.first { $0.path == path }?.uri ?? DocumentURI.uri(ofPath: path)
  }

  /// A place as clients read it.
  func location(_ span: Span, in model: CheckedModel) -> JSON {
    ["uri": .string(uri(of: span.source, in: model)), "range": range(span, in: model)]
  }

  func range(_ span: Span, in model: CheckedModel) -> JSON {
    .range(span.lower..<span.upper, in: model.positions(in: span.source))
  }

  /// Checks what is out of date, and the notifications that bring the client's findings up to date.
  func publications(for client: ClientCapabilities) -> [JSON] {
    var changed: Set<String> = []
    for uri in stale.sorted() {
      let findings = documents[uri].map { self.findings(of: $0, for: client) } ?? [:]
      let earlier = published[uri] ?? [:]
      published[uri] = findings.isEmpty ? nil : findings
      changed.formUnion(findings.keys.filter { findings[$0] != earlier[$0] })
      changed.formUnion(earlier.keys.filter { findings[$0] == nil })
      if documents[uri]?.isModel == true { changed.insert(uri) }
    }
    stale = []
    return changed.sorted().map { uri in
      var params: [JSON.Member] = [.init("uri", .string(uri))]
      if let version = documents[uri]?.version { params.append(.init("version", .int(version))) }
      let findings = published.sorted { $0.key < $1.key }.flatMap { $0.value[uri] ?? [] }
      params.append(.init("diagnostics", .array(findings)))
      return Answer.notification("textDocument/publishDiagnostics", .object(params))
    }
  }

  private func findings(of document: OpenDocument, for client: ClientCapabilities) -> [String: [JSON]] {
    guard document.isModel else { return [:] }
    let model = checked(document)
    var findings: [String: [JSON]] = [:]
    for diagnostic in model.diagnostics {
      let uri = uri(of: diagnostic.primary.span.source, in: model)
      findings[uri, default: []].append(FindingReport.json(diagnostic, in: model, of: self, for: client))
    }
    return findings
  }
}
