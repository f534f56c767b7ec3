import TestSupport
import Testing

/// Every command as a user meets it.
@Suite struct TranscriptTests {
  static let names = TestFile.files(below: Repository.fixtures + "/cli", withExtension: "txt")

  @Test("commands print and end as recorded", arguments: names)
  func replay(_ name: String) throws {
    let recorded = try TestFile.text("\(Repository.fixtures)/cli/\(name)")
    let text = try Transcript(recorded).replay(folder: try TestFile.makeTemporaryFolder())
    #expect(Snapshot.mismatch(text, with: "cli/\(name)") == nil)
  }

  @Test("every command and every exit status is recorded")
  func completeness() throws {
    let all = try Self.names.map { try TestFile.text("\(Repository.fixtures)/cli/\($0)") }.joined()
    for command in [
      "check", "explain", "fmt", "summary", "why", "diff", "graph", "plan", "expand", "run", "operators", "init",
      "schema --help", "doctor --help", "lsp --help",
    ] {
      #expect(all.contains("\n$ cnnc \(command)") || all.hasPrefix("$ cnnc \(command)"), "\(command)")
    }
    for status in 0...3 { #expect(all.contains("[exit \(status)]")) }
  }
}
