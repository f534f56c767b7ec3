import Diagnostics
import ModelSyntax

/// Writes the comment `# cnnc: ignore[name]` for a finding.
struct Suppressing {
  private let name: String
  private let span: Span
  private let sources: SourceMap

  init(_ diagnostic: Diagnostic, in model: CheckedModel) {
    name = diagnostic.code.name
    span = diagnostic.primary.span
    sources = model.sources
  }

  /// One more name in the comment of the line, else a comment at its end; nil where another comment stands already, and for
  /// what is said of such a comment itself.
  var edit: Edit? {
    let source = sources[span.source]
    let line = source.byteRange(ofLine: source.position(at: span.lower).line)
    let comment = CommentScanner.comments(of: source, id: span.source)
      .first { line.lowerBound <= $0.span.lower && $0.span.lower <= line.upperBound }
    guard let comment else {
      return Edit(Span(span.source, line.upperBound..<line.upperBound), "  # cnnc: ignore[\(name)]")
    }
    guard span.lower < comment.span.lower, comment.text.hasPrefix("# cnnc: ignore["),
      let end = comment.text.utf8.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let offset = comment.span.lower + comment.text.utf8.distance(from: comment.text.startIndex, to: end)
    return Edit(Span(span.source, offset..<offset), ", \(name)")
  }
}
