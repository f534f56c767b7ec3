import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private func place(_ offset: Int, in source: SourceText) -> [Int] {
    let position = source.position(at: offset)
    return [position.line, position.column]
  }

  @Test("positions count lines and Unicode scalars from 1")
  func positions() {
    let source = SourceText(path: "a", text: "aé\r\nb")
    #expect(place(0, in: source) == [1, 1])
    #expect(place(3, in: source) == [1, 3])
    #expect(place(5, in: source) == [2, 1])
    #expect(place(99, in: source) == [2, 2])
    #expect(source.byteRange(ofLine: 1) == 0..<3)
    #expect(source.lineCount == 2)
  }

  @Test("an empty text has one empty line")
  func empty() {
    let source = SourceText(path: "a", bytes: [])
    #expect(source.byteRange(ofLine: 1).isEmpty)
    #expect(place(0, in: source) == [1, 1])
  }

  @Test("findings are reported in the order of the file, once each")
  func order() {
    let example = ExampleFinding("a\nb\n")
    let findings = ["b", "a", "b"].map { name in
      Diagnostic(ExampleFinding.code, name, at: Label(example.span(name, line: name == "a" ? 1 : 2)))
    }
    #expect(findings.inReportOrder().map(\.message) == ["a", "b"])
  }
}
