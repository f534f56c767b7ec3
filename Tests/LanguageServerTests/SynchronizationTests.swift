import Formats
import LanguageServer
import TestSupport
import Testing

/// Documents as the client edits them.
@Suite struct SynchronizationTests {
  private static let uri = "file:///work/net.yaml"
  private static let good = "cnnc: 1\nmodel: net\ninput: [N, 8]\nlayers:\n  - relu\n"

  /// The codes of the findings of each publication.
  private func codes(_ messages: [JSON]) -> [[String]] {
    messages.filter { $0["method"] == "textDocument/publishDiagnostics" }
      .map { ($0["params"]?["diagnostics"]?.elements ?? []).compactMap { $0["code"]?.string } }
  }

  private func change(_ version: Int, _ changes: JSON..., uri: String = uri) -> JSON {
    EditorSession.notification(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri), "version": .int(version)], "contentChanges": .array(changes)])
  }

  private func edit(_ line: Int, _ from: Int, _ to: Int, _ text: String) -> JSON {
    [
      "range": [
        "start": ["line": .int(line), "character": .int(from)], "end": ["line": .int(line), "character": .int(to)],
      ], "text": .string(text),
    ]
  }

  @Test("edits of ranges and of the whole text are checked at once, and closing takes findings back")
  func edits() throws {
    let session = try EditorSession.started()
    #expect(codes(session.open(Self.uri, Self.good)) == [[]])
    #expect(codes(session.send([change(2, edit(4, 4, 8, "rleu"))])) == [["E0201"]])
    #expect(codes(session.send([change(3, edit(4, 5, 7, "el"), edit(4, 8, 8, ": {}"))])) == [[]])
    #expect(codes(session.send([change(4, ["text": "cnnc: 1\n"])])) == [["E0121", "E0121", "E0121"]])
    let closing = session.notify("textDocument/didClose", ["textDocument": ["uri": .string(Self.uri)]])
    #expect(codes(closing) == [[]])
  }

  @Test("of edits in a row only the newest text is checked")
  func coalescing() throws {
    let session = try EditorSession.started()
    _ = session.open(Self.uri, Self.good)
    let answers = session.send([
      change(2, edit(4, 4, 8, "rleu")), change(3, edit(4, 4, 8, "tahn")), change(4, edit(4, 4, 8, "tanh")),
    ])
    #expect(codes(answers) == [[]])
    #expect(answers.first?["params"]?["version"] == 4)
  }

  @Test("a document that is no model gets no findings")
  func otherFiles() throws {
    let session = try EditorSession.started()
    #expect(codes(session.open("file:///work/other.yaml", "a: {")) == [])
  }

  @Test("an open file that a model includes stands for the one on disk, and its findings are shown there")
  func includes() throws {
    let folder = try TestFile.makeTemporaryFolder()
    let (root, blocks) = ("file://\(folder)/net.yaml", "file://\(folder)/blocks.yaml")
    let text = "cnnc: 1\nmodel: net\ninput: [N, 8]\ninclude: [blocks.yaml]\nlayers:\n  - b\n"
    let session = try EditorSession.started()
    #expect(codes(session.open(root, text)).first?.contains("E0201") == true)
    let opened = session.open(blocks, "blocks:\n  b:\n    layers:\n      - relu\n")
    #expect(opened.map { $0["params"]?["uri"] } == [.string(root)])
    #expect(codes(opened) == [[]])
    let broken = session.send([change(2, edit(3, 8, 12, "rleu"), uri: blocks)])
    #expect(broken.map { $0["params"]?["uri"] } == [.string(blocks), .string(root)])
    #expect(codes(broken) == [["E0201"], []])
    let closed = session.notify("textDocument/didClose", ["textDocument": ["uri": .string(root)]])
    #expect(closed.map { $0["params"]?["uri"] } == [.string(blocks)])
    #expect(codes(closed) == [[]])
  }

  @Test(
    "a file that changed on disk is read again when the client says so",
    arguments: ["textDocument/didSave", "workspace/didChangeWatchedFiles"])
  func disk(_ method: String) throws {
    let folder = try TestFile.makeTemporaryFolder()
    let text = "cnnc: 1\nmodel: net\ninput: [N, 8]\ninclude: [blocks.yaml]\nlayers:\n  - b\n"
    let session = try EditorSession.started()
    try TestFile.write(Array("blocks:\n  b:\n    layers:\n      - relu\n".utf8), to: folder + "/blocks.yaml")
    #expect(codes(session.open("file://\(folder)/net.yaml", text)) == [[]])
    try TestFile.write(Array("blocks:\n  c:\n    layers:\n      - relu\n".utf8), to: folder + "/blocks.yaml")
    #expect(codes(session.notify(method, [:])) == [["E0201"]])
  }
}
