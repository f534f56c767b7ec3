import LanguageServer
import TestSupport
import Testing

/// Sessions with an editor as they were recorded.
@Suite struct RecordedSessionTests {
  static let names = TestFile.files(below: Repository.fixtures + "/lsp", withExtension: "txt")

  @Test("the server answers as recorded", arguments: names)
  func replay(_ name: String) throws {
    let recorded = try TestFile.text("\(Repository.fixtures)/lsp/\(name)")
    let text = try RecordedSession(recorded).replay()
    #expect(Snapshot.mismatch(text, with: "lsp/\(name)") == nil)
  }

  @Test("every request and every notification is in a recorded session or a test")
  func completeness() throws {
    let sessions = try Self.names.map { try TestFile.text("\(Repository.fixtures)/lsp/\($0)") }.joined()
    let tests = try TestFile.files(below: Repository.root + "/Tests/LanguageServerTests", withExtension: "swift")
      .map { try TestFile.text("\(Repository.root)/Tests/LanguageServerTests/\($0)") }.joined()
    for method in Server.methods {
      let name = method.replacing("textDocument/", with: "")
      let isTested = sessions.contains("ask \(name) ") || sessions.contains("\"\(method)\"") || tests.contains(method)
      #expect(isTested, "\(method)")
    }
  }
}
