import CNNCKit
import Diagnostics
import Formats
import TestSupport
import Testing

/// What the formats for other tools promise beside what the transcript `formats.txt` shows.
@Suite struct CheckFormatTests {
  private static let broken = """
    cnnc: 1
    model: m
    input: [N, 8]
    layers:
      - rleu
      - linear: {out_features: 4, biass: true}
      - rleu
    """

  private func check(_ text: String, path: String = "m.yaml") -> CheckedFile {
    CheckedFile(path: path, ModelCheck(Model(text: text, path: path)))
  }

  private func results(_ text: String) throws -> [JSON] {
    let log = try JSON(parsing: CheckFormat.sarif.render(CheckResults(files: [check(text)])))
    return try #require(log["runs"]?.elements?[0]["results"]?.elements)
  }

  @Test("fingerprints stay when lines move, and are distinct")
  func fingerprints() throws {
    let moved = Self.broken.replacing("layers:", with: "# one\n\n# two\nlayers:\n  - relu")
      .replacing("\n  - ", with: "\n-   ")
    let (before, after) = (try results(Self.broken), try results(moved))
    #expect(before.map { $0["partialFingerprints"] } == after.map { $0["partialFingerprints"] })
    #expect(before.map { $0["locations"] } != after.map { $0["locations"] })
    let prints = before.compactMap { $0["partialFingerprints"]?["cnncFinding/v1"]?.string }
    #expect(prints.count == 3 && Set(prints).count == 3)
    #expect(prints[2] == prints[0].dropLast() + "2")
  }

  @Test("each severity has its name in every format")
  func severities() throws {
    let code = { DiagnosticCode("W0901", "example", severity: $0, explanation: "Words.", bad: "", good: "") }
    var file = check(Self.broken)
    let place = file.diagnostics[0].primary
    file.diagnostics = [Severity.error, .warning, .note].map { Diagnostic(code($0), "it is a \($0)", at: place) }
    let results = CheckResults(files: [file])
    func words(_ format: CheckFormat, _ pattern: Regex<(Substring, Substring)>) -> [Substring] {
      format.render(results).matches(of: pattern).map(\.output.1)
    }
    #expect(words(.github, #/(?m)^::(\w+) /#) == ["error", "warning", "notice"])
    #expect(words(.gitlab, /"severity": "(\w+)"/) == ["major", "minor", "info"])
    #expect(words(.rdjson, /"severity": "(\w+)"/) == ["ERROR", "ERROR", "WARNING", "INFO"])
    #expect(words(.sarif, /(?m)^ {10}"level": "(\w+)"/) == ["error", "warning", "note"])
  }

  @Test("columns count code points in SARIF and bytes in rdjson")
  func columns() throws {
    let file = check("cnnc: 1\nmodel: m\ninput: [N, 8]\nlayers:\n  - {name: é漢🙂, rleu: {}}\n")
    let names = file.diagnostics.map(\.code.name)
    let index = try #require(names.firstIndex(of: "unknown-operator"), "\(names)")
    let results = CheckResults(files: [file])
    let log = try JSON(parsing: CheckFormat.sarif.render(results))
    let region = log["runs"]?.elements?[0]["results"]?.elements?[index]["locations"]?.elements?[0]["physicalLocation"]
    #expect(region?["region"]?["startColumn"] == 17 && region?["region"]?["endColumn"] == 21)
    let list = try JSON(parsing: CheckFormat.rdjson.render(results))["diagnostics"]?.elements?[index]
    #expect(list?["location"]?["range"]?["start"]?["column"] == 23)
  }

  @Test("a suggestion of rdjson covers every edit of its fix")
  func suggestion() throws {
    var file = check(Self.broken)
    let source = file.diagnostics[0].primary.span.source
    let bytes = Self.broken.utf8.count
    let edits = [Edit(Span(source, 6..<7), "2"), Edit(Span(source, 0..<0), "# x\n")]
    let apart = [Edit(Span(source, 0..<5), ""), Edit(Span(source, 3..<bytes), "")]
    file.diagnostics = [file.diagnostics[0]]
    file.diagnostics[0].fixes = [edits, apart].map { Fix("mend it", safety: .safe, edits: $0) }
    let report = try JSON(parsing: CheckFormat.rdjson.render(CheckResults(files: [file])))
    let suggestions = try #require(report["diagnostics"]?.elements?[0]["suggestions"]?.elements)
    #expect(suggestions.map { $0["text"] } == ["# x\ncnnc: 2"])
    #expect(suggestions[0]["range"]?["end"] == ["line": 1, "column": 8])
  }

  @Test("XML holds no character that XML 1.0 forbids")
  func xml() throws {
    let path = "a\u{1}\u{B}\u{FFFE}\t\"<&>\r\n'.yaml"
    let text = CheckFormat.junit.render(CheckResults(files: [check("cnnc: 1\n", path: path)]))
    for scalar in text.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20 && scalar != "\u{FFFE}", "\(scalar.value)")
    }
    #expect(text.contains("name=\"a␁␋\u{FFFD}␉&quot;&lt;&amp;&gt;␍&#10;'.yaml\""))
  }

  @Test("paths are relative to the working folder where they can be, and are percent-encoded as references")
  func paths() throws {
    let folder = try TestFile.makeTemporaryFolder()
    for name in ["ü %.yaml", "sub/clean.yaml"] { try TestFile.write(Self.broken, to: "\(folder)/\(name)") }
    func place(_ path: String) throws -> JSON? {
      let run = try CommandRun.cnnc(["check", "--format", "sarif", path], folder: folder)
      let result = try JSON(parsing: run.output)["runs"]?.elements?[0]["results"]?.elements?.first
      return result?["locations"]?.elements?[0]["physicalLocation"]?["artifactLocation"]
    }
    for path in ["ü %.yaml", "./ü %.yaml", "sub/.././/ü %.yaml", folder + "/ü %.yaml"] {
      #expect(try place(path) == ["uri": "%C3%BC%20%25.yaml", "uriBaseId": "%SRCROOT%"])
    }
    let outside = Repository.fixtures + "/cli/typo.yaml"
    #expect(try place(outside) == .object([.init("uri", .string("file://" + outside))]))
  }
}
