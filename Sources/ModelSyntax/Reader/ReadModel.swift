package import Diagnostics

/// What a file is read as.
package enum DocumentKind: Sendable {
  /// A whole model: `cnnc`, `model`, an input and `layers` are required.
  case model
  /// A file whose blocks are added to another: no key is required.
  case include
}

/// Reads a model file; everything independent is reported in one run.
///
/// The document is nil when the text is not YAML or not a map; otherwise it holds all that could be read.
package func readModel(
  _ source: SourceText, id: SourceID, kind: DocumentKind
) -> (document: ModelDocument?, diagnostics: [Diagnostic]) {
  let (root, diagnostics) = TreeBuilder.tree(of: source, id: id)
  guard let root else { return (nil, diagnostics) }
  var reader = DocumentReader(source: source, id: id, kind: kind, diagnostics: diagnostics)
  let isMap = reader.read(root)
  return (isMap ? reader.document : nil, reader.diagnostics)
}
