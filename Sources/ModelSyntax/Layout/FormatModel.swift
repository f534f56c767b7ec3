package import Diagnostics

/// Why a file is left as it is.
package enum FormatFailure: Error {
  /// It is not YAML, or no map.
  case syntax([Diagnostic])
  /// The new layout would not read back as the same.
  case wouldChange
}

/// The text of a model file in the canonical layout, with the same meaning and all its comments.
///
/// The layout is that of the language's own examples: sections and common keys in their order, short collections in
/// brackets, quotes where they are needed, one blank line at most. It is read back and compared before it is returned.
/// `annotations` decides what becomes of the comments that `Annotation` marks.
package func formatModel(
  _ source: SourceText, id: SourceID, annotations: AnnotationChange = .keep
) throws(FormatFailure) -> String {
  let (tree, diagnostics) = TreeBuilder.tree(of: source, id: id)
  guard let tree, diagnostics.isEmpty else { throw .syntax(diagnostics) }
  guard case .mapping = tree.kind, let root = LayoutReader.root(of: source) else {
    throw .syntax([.notAModel(tree, at: tree.span.start)])
  }
  let comments = CommentScanner.comments(of: source, id: id)
  var document = CommentPlacement.document(root, comments, of: source)
  // Nothing can refer to the whole file.
  document.root.anchor = nil
  document = CanonicalOrder.apply(to: document)
  Annotation.apply(annotations, to: &document)
  let text = LayoutWriter.text(of: document)
  guard LayoutSignature(document) == LayoutSignature(text, id: id) else { throw .wouldChange }
  return text
}
