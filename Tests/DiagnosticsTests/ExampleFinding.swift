import Diagnostics

/// Builds findings on small sources by the texts they point at.
struct ExampleFinding {
  static let code = DiagnosticCode("E0214", "group-division", explanation: "", bad: "", good: "")

  var sources = SourceMap()
  private(set) var source: SourceID

  init(path: String = "models/net.yaml", _ text: String) { source = sources.add(SourceText(path: path, text: text)) }

  mutating func add(path: String, _ text: String) -> SourceID { sources.add(SourceText(path: path, text: text)) }

  /// The span of the first occurrence of a text on a line counted from 1.
  func span(_ text: String, line: Int, of id: SourceID? = nil) -> Span {
    let source = sources[id ?? self.source]
    let range = source.byteRange(ofLine: line)
    let needle = Array(text.utf8)
    let start = range.first { source.bytes[$0...].starts(with: needle) } ?? range.upperBound
    return Span(id ?? self.source, start..<start + needle.count)
  }

  func render(_ diagnostic: Diagnostic, style: TextStyle = .plain) -> String {
    TextRenderer(style: style).render(diagnostic, in: sources)
  }
}
