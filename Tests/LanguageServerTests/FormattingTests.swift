import Formats
import LanguageServer
import Testing

/// Formatting changes the lines that differ, and those alone.
@Suite struct FormattingTests {
  private static let uri = "file:///net.yaml"
  private static let canonical = """
    cnnc: 1
    model: net
    input: [N, 3, 8, 8]

    layers:
      - conv2d: {name: a, out_channels: 4, kernel_size: 3, padding: 1}
      - relu

    """

  private func edits(_ text: String) throws -> [JSON]? {
    let session = try EditorSession.started()
    _ = session.open(Self.uri, text)
    let params: JSON = ["textDocument": ["uri": .string(Self.uri)], "options": ["tabSize": 2, "insertSpaces": true]]
    return try session.request("textDocument/formatting", params).elements
  }

  @Test("a canonical text has no edits")
  func canonical() throws { #expect(try edits(Self.canonical) == []) }

  @Test(
    "the edit makes the canonical text",
    arguments: [
      ("model: net", "model: 'net'"), ("{name: a, out", "{ name:  a, out"), ("cnnc: 1", "cnnc:  1"),
    ])
  func change(_ good: String, _ bad: String) throws {
    let text = Self.canonical.replacing(good, with: bad)
    let edit = try #require(try edits(text)?.first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
    let (start, end) = (edit["range"]?["start"], edit["range"]?["end"])
    #expect(start?["character"] == 0 && end?["character"] == 0)
    let (first, last) = (try #require(start?["line"]?.int), try #require(end?["line"]?.int))
    let result = lines[..<first].joined() + (edit["newText"]?.string ?? "") + lines[last...].joined()
    #expect(result.dropLast() == Self.canonical)
    #expect(last - first < lines.count - 2, "lines that are equal stay")
  }

  @Test("a text that is no YAML is refused, and one that is no model is left alone")
  func refusals() throws {
    let session = try EditorSession.started()
    _ = session.open(Self.uri, "cnnc: 1\nlayers: [")
    let request = session.makeRequest("textDocument/formatting", ["textDocument": ["uri": .string(Self.uri)]])
    #expect(session.send([request]).first?["error"]?["code"] == -32803)
    _ = session.open("file:///other.yaml", "a:    1\n")
    #expect(try session.request("textDocument/formatting", ["textDocument": ["uri": "file:///other.yaml"]]) == .null)
  }
}
