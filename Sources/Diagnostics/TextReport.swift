/// Everything `check` prints about one file for people: the findings, how many there are, and where to read more.
package struct TextReport: Sendable {
  package let style: TextStyle
  /// The findings beyond this number are only counted.
  package var limit: Int

  package init(style: TextStyle = .plain, limit: Int = 100) {
    self.style = style
    self.limit = limit
  }

  /// The report on a file; a file without findings gets one line.
  package func render(_ diagnostics: [Diagnostic], in sources: SourceMap, path: String) -> String {
    let renderer = TextRenderer(style: style)
    var text = ""
    for diagnostic in diagnostics.prefix(limit) { text += renderer.render(diagnostic, in: sources) + "\n" }
    if diagnostics.count > limit { text += "... and \(diagnostics.count - limit) more\n" }
    let counts = FindingCounts(diagnostics)
    let role: TextRole = counts.errors > 0 ? .error : counts.warnings > 0 ? .warning : .help
    text += style.paint("\(counts)", as: role) + " in \(TerminalText.visible(path))\n"
    if let first = diagnostics.first(where: { $0.severity == .error }) {
      text += "'cnnc explain \(first.code.id)' says more about \(first.code.name)\n"
    }
    return text
  }
}
