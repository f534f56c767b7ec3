/// Renders findings one a line, as compilers do and editors read: `path:line:column: error[E0301]: message`.
package struct ConciseRenderer: Sendable {
  package let style: TextStyle

  package init(style: TextStyle = .plain) { self.style = style }

  /// One finding, ending in a line break.
  package func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
    let span = diagnostic.primary.span
    let place = TextRenderer.place(of: span, in: sources[span.source])
    let kind = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]", as: TextRole(diagnostic.severity))
    let message = TerminalText.visible(diagnostic.message).split(separator: "\n").joined(separator: " ")
    return "\(place): \(kind): \(message)\n"
  }
}
