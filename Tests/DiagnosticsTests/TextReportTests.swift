import Diagnostics
import Testing

@Suite struct TextReportTests {
  @Test("findings beyond the limit are counted, and the first error's explanation is offered")
  func limit() {
    let example = ExampleFinding("a\nb\nc\n")
    let findings = ["a", "b", "c"].enumerated().map { index, name in
      Diagnostic(ExampleFinding.code, "unknown '\(name)'", at: Label(example.span(name, line: index + 1)))
    }
    let report = TextReport(limit: 2).render(findings, in: example.sources, path: "models/net.yaml")
    #expect(report.contains("unknown 'b'") && !report.contains("unknown 'c'"))
    #expect(
      report.hasSuffix(
        """
        ... and 1 more
        3 errors in models/net.yaml
        'cnnc explain E0214' says more about group-division

        """))
  }

  @Test("a clean file is one line")
  func clean() {
    let example = ExampleFinding("")
    #expect(TextReport().render([], in: example.sources, path: "a.yaml") == "no findings in a.yaml\n")
  }

  @Test("counts are in words, without those of zero")
  func counts() {
    var counts = FindingCounts()
    #expect("\(counts)" == "no findings")
    counts.errors = 2
    counts.warnings = 1
    #expect("\(counts)" == "2 errors, 1 warning")
    counts += counts
    #expect("\(counts)" == "4 errors, 2 warnings" && counts.total == 6)
  }
}
