import Formats
import LanguageServer
import TestSupport
import Testing

/// Names that several models share, some of which are files that are not open.
@Suite struct SharedNameTests {
  private static let blocks = "blocks:\n  unit:\n    layers:\n      - relu: {name: act}\n"

  private static func model(_ name: String, include: String) -> String {
    "cnnc: 1\nmodel: \(name)\ninput: [N, 8]\ninclude: [\(include)]\nlayers:\n  - unit: {name: body}\n"
      + "  - identity: {from: body.act}\n"
  }

  /// A folder of the client with two models and a file of blocks that both include.
  private let folder: String

  init() throws {
    folder = try TestFile.makeTemporaryFolder()
    try TestFile.write(Array(Self.model("near", include: "unit.yaml").utf8), to: folder + "/parts/near.yaml")
    try TestFile.write(Array(Self.model("far", include: "parts/unit.yaml").utf8), to: folder + "/far.yaml")
    try TestFile.write(Array("cnnc: 1\nmodel: other\ninput: [N, 8]\nlayers: [relu]\n".utf8), to: folder + "/other.yaml")
    try TestFile.write(Array(Self.blocks.utf8), to: folder + "/parts/unit.yaml")
  }

  private func uri(_ name: String) -> String { "file://\(folder)/\(name)" }

  private func session(folders: JSON, hasVersions: Bool = false) throws -> EditorSession {
    let session = EditorSession()
    let capabilities: JSON = ["workspace": ["workspaceEdit": ["documentChanges": .bool(hasVersions)]]]
    _ = try session.request("initialize", ["capabilities": capabilities, "workspaceFolders": folders])
    return session
  }

  private var folders: JSON { [["uri": .string("file://\(folder)"), "name": "models"]] }

  private func rename(_ session: EditorSession, line: Int, character: Int, in name: String) throws -> JSON {
    try session.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": .string(uri(name))], "newName": "stage",
        "position": ["line": .int(line), "character": .int(character)],
      ])
  }

  /// The places of the edits in each file, as `line:from-to`.
  private func places(_ edit: JSON) throws -> [String: [String]] {
    let changes = try #require(edit["changes"]?.members)
    return Dictionary(
      uniqueKeysWithValues: changes.map { change in
        (change.key, (change.value.elements ?? []).compactMap { edit in edit["range"].flatMap(place) })
      })
  }

  private func place(_ range: JSON) -> String? {
    guard let line = range["start"]?["line"]?.int, let from = range["start"]?["character"]?.int,
      let to = range["end"]?["character"]?.int
    else { return nil }
    return "\(line):\(from)-\(to)"
  }

  @Test(
    "a block is renamed in every model that includes it, from wherever one begins",
    arguments: [("parts/unit.yaml", 1, 3), ("parts/near.yaml", 5, 5), ("far.yaml", 5, 5)])
  func block(_ name: String, _ line: Int, _ character: Int) throws {
    let session = try session(folders: folders)
    _ = session.open(uri(name), try TestFile.text("\(folder)/\(name)"))
    let places = try places(rename(session, line: line, character: character, in: name))
    #expect(
      places == [uri("parts/unit.yaml"): ["1:2-6"], uri("parts/near.yaml"): ["5:4-8"], uri("far.yaml"): ["5:4-8"]])
  }

  @Test("a layer inside the block is renamed where its path names it")
  func layer() throws {
    let session = try session(folders: folders)
    _ = session.open(uri("parts/unit.yaml"), Self.blocks)
    let places = try places(rename(session, line: 3, character: 22, in: "parts/unit.yaml"))
    let uses = ["6:26-29"]
    #expect(places == [uri("parts/unit.yaml"): ["3:21-24"], uri("parts/near.yaml"): uses, uri("far.yaml"): uses])
  }

  @Test("the text of an open document stands for its file")
  func openText() throws {
    let session = try session(folders: folders)
    _ = session.open(uri("parts/unit.yaml"), "# a comment\n" + Self.blocks)
    _ = session.open(uri("far.yaml"), "# a comment\n" + Self.model("far", include: "parts/unit.yaml"))
    let places = try places(rename(session, line: 2, character: 3, in: "parts/unit.yaml"))
    #expect(
      places == [uri("parts/unit.yaml"): ["2:2-6"], uri("parts/near.yaml"): ["5:4-8"], uri("far.yaml"): ["6:4-8"]])
  }

  @Test("without a folder of the client only the file's own is searched")
  func noFolder() throws {
    let session = try session(folders: .null)
    _ = session.open(uri("parts/unit.yaml"), Self.blocks)
    let places = try places(rename(session, line: 1, character: 3, in: "parts/unit.yaml"))
    #expect(Set(places.keys) == [uri("parts/unit.yaml"), uri("parts/near.yaml")])
  }

  @Test("a name that is taken in a model that is not open is refused")
  func taken() throws {
    let session = try session(folders: folders)
    let text = Self.model("near", include: "unit.yaml") + "blocks:\n  stage:\n    layers: [relu]\n"
    try TestFile.write(Array(text.utf8), to: folder + "/parts/near.yaml")
    _ = session.open(uri("parts/unit.yaml"), Self.blocks)
    let request = session.makeRequest(
      "textDocument/rename",
      [
        "textDocument": ["uri": .string(uri("parts/unit.yaml"))], "newName": "stage",
        "position": ["line": 1, "character": 3],
      ])
    #expect(session.send([request]).first?["error"]?["code"] == -32803)
  }

  @Test("references are found there too")
  func references() throws {
    let session = try session(folders: folders)
    _ = session.open(uri("parts/unit.yaml"), Self.blocks)
    let found = try session.request("references", uri("parts/unit.yaml"), line: 1, character: 3)
    let files = (found.elements ?? []).compactMap { $0["uri"]?.string }
    #expect(files.sorted() == [uri("far.yaml"), uri("parts/near.yaml"), uri("parts/unit.yaml")])
  }

  @Test("edits say which version they are for, none for a file that is not open")
  func versions() throws {
    let session = try session(folders: folders, hasVersions: true)
    _ = session.open(uri("far.yaml"), Self.model("far", include: "parts/unit.yaml"))
    let edit = try rename(session, line: 5, character: 5, in: "far.yaml")
    let documents = try #require(edit["documentChanges"]?.elements).compactMap { $0["textDocument"] }
    #expect(documents.contains(["uri": .string(uri("far.yaml")), "version": 1]))
    #expect(documents.contains(["uri": .string(uri("parts/unit.yaml")), "version": .null]))
  }
}
