import Formats

/// What the client said that it can do.
struct ClientCapabilities {
  var encoding = PositionEncoding.utf16
  /// Completions may have places to fill in.
  var hasSnippets = false
  /// The outline may be a tree.
  var hasSymbolTree = false
  var hasRelatedInformation = false
  /// Unnecessary code may be faded.
  var hasTags = false
  /// Documentation may be Markdown.
  var hasMarkdown = true
  /// Edits may say which version of a document they are for.
  var hasVersionedEdits = false

  init() {}

  init(_ json: JSON) {
    let document = json["textDocument"]
    let encodings = json["general"]?["positionEncodings"]?.elements ?? []
    if encodings.contains(.string(PositionEncoding.utf8.rawValue)) { encoding = .utf8 }
    hasSnippets = document?["completion"]?["completionItem"]?["snippetSupport"]?.bool == true
    hasSymbolTree = document?["documentSymbol"]?["hierarchicalDocumentSymbolSupport"]?.bool == true
    hasRelatedInformation = document?["publishDiagnostics"]?["relatedInformation"]?.bool == true
    hasTags = document?["publishDiagnostics"]?["tagSupport"] != nil
    hasVersionedEdits = json["workspace"]?["workspaceEdit"]?["documentChanges"]?.bool == true
    if let formats = document?["hover"]?["contentFormat"]?.elements { hasMarkdown = formats.contains("markdown") }
  }
}
