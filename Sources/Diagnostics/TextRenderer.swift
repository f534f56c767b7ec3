/// Renders findings for people: the message, the source lines with every label, notes, and what to do.
package struct TextRenderer: Sendable {
  package let style: TextStyle

  package init(style: TextStyle = .plain) { self.style = style }

  /// One finding, ending in a line break.
  package func render(_ diagnostic: Diagnostic, in sources: SourceMap) -> String {
    let snippets = Self.snippets(of: diagnostic, in: sources)
    let previews = diagnostic.fixes.map { FixPreview($0, in: sources) }
    let lastLine = (snippets.map(\.lastLine) + previews.map(\.lastLine)).max() ?? 1
    let gutter = Gutter(lastLine: lastLine)
    var lines = header(of: diagnostic)
    for (index, snippet) in snippets.enumerated() {
      let place = Self.place(of: snippet.anchor, in: snippet.source)
      lines.append(gutter.arrow(index == 0 ? "-->" : ":::", index == 0 ? place + layer(diagnostic) : place, style))
      lines.append(gutter.blank("", style))
      lines += snippet.rows(gutter: gutter, style: style, primary: TextRole(diagnostic.severity))
    }
    for note in diagnostic.notes { lines += remark("note", note, role: .note, gutter: gutter) }
    for help in diagnostic.help { lines += remark("help", help, role: .help, gutter: gutter) }
    // The line that answers a question needs no words of its own.
    let isAnswer = diagnostic.fixes.count == 1 && diagnostic.help.last?.hasPrefix("did you mean") ?? false
    for (fix, preview) in zip(diagnostic.fixes, previews) {
      if !isAnswer { lines += remark("help", fix.title, role: .help, gutter: gutter) }
      lines += preview.rows(gutter: gutter, style: style)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func header(of diagnostic: Diagnostic) -> [String] {
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]"
    let message = TerminalText.visible(diagnostic.message)
    var lines = style.wrap(message, used: kind.utf8.count + 2, indent: 2)
    lines[0] = style.paint(kind, as: TextRole(diagnostic.severity)) + style.paint(": " + lines[0], as: .emphasis)
    for index in lines.indices.dropFirst() { lines[index] = style.paint("  " + lines[index], as: .emphasis) }
    return lines
  }

  /// The path of a layer inside a block or loop, whose line stands for several.
  private func layer(_ diagnostic: Diagnostic) -> String {
    guard let path = diagnostic.layer, path.contains(".") else { return "" }
    return " in layer '\(TerminalText.visible(path))'"
  }

  private func remark(_ kind: String, _ text: String, role: TextRole, gutter: Gutter) -> [String] {
    let indent = gutter.digits + 3 + kind.utf8.count + 2
    var lines = style.wrap(TerminalText.visible(text), used: indent, indent: indent)
    lines[0] = gutter.indent + style.paint(" = ", as: .frame) + style.paint("\(kind):", as: role) + " " + lines[0]
    for index in lines.indices.dropFirst() { lines[index] = String(repeating: " ", count: indent) + lines[index] }
    return lines
  }

  /// `path:line:column` of the start of a span.
  static func place(of span: Span, in source: SourceText) -> String {
    let position = source.position(at: span.lower)
    return "\(TerminalText.visible(source.path)):\(position.line):\(position.column)"
  }

  /// One snippet for each source that has a label, the primary's first.
  private static func snippets(of diagnostic: Diagnostic, in sources: SourceMap) -> [Snippet] {
    var order = [diagnostic.primary.span.source]
    var labels = [diagnostic.primary.span.source: [(label: diagnostic.primary, isPrimary: true)]]
    for label in diagnostic.labels {
      if labels[label.span.source] == nil { order.append(label.span.source) }
      labels[label.span.source, default: []].append((label, false))
    }
    return order.map { Snippet(sources[$0], labels[$0] ?? []) }
  }
}
