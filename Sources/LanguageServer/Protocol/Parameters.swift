import Diagnostics
import Formats

extension JSON {
  /// The member of a request that must be a text.
  func text(_ key: String) throws(ResponseError) -> String {
    guard let text = self[key]?.string else { throw .invalidParams("'\(key)' must be a string") }
    return text
  }

  /// The URI of `textDocument`.
  func documentURI() throws(ResponseError) -> String {
    guard let document = self["textDocument"] else { throw .invalidParams("'textDocument' is missing") }
    return try document.text("uri")
  }

  /// The position under a key.
  func position(_ key: String = "position") throws(ResponseError) -> TextPosition {
    guard let line = self[key]?["line"]?.int, let character = self[key]?["character"]?.int else {
      throw .invalidParams("'\(key)' must have a line and a character")
    }
    return TextPosition(line: line, character: character)
  }

  /// The byte range of `range` in a document.
  func range(in document: OpenDocument) throws(ResponseError) -> Range<Int> {
    guard let range = self["range"] else { throw .invalidParams("'range' is missing") }
    let start = document.positions.offset(of: try range.position("start"))
    let end = document.positions.offset(of: try range.position("end"))
    return min(start, end)..<max(start, end)
  }

  static func position(_ position: TextPosition) -> JSON {
    ["line": .int(position.line), "character": .int(position.character)]
  }

  static func range(_ range: Range<Int>, in positions: PositionTable) -> JSON {
    [
      "start": .position(positions.position(at: range.lowerBound)),
      "end": .position(positions.position(at: range.upperBound)),
    ]
  }

  /// Documentation in Markdown, or the same as plain text for a client that shows no other.
  static func documentation(_ text: String, for client: ClientCapabilities) -> JSON {
    ["kind": client.hasMarkdown ? "markdown" : "plaintext", "value": .string(text)]
  }
}

extension Server {
  /// The open document that a request is about.
  func document(_ params: JSON) throws(ResponseError) -> OpenDocument {
    let uri = try params.documentURI()
    guard let document = workspace.documents[uri] else { throw .invalidParams("'\(uri)' is not open") }
    return document
  }

  /// The document and the byte offset that a request is about.
  func place(_ params: JSON) throws(ResponseError) -> (document: OpenDocument, offset: Int) {
    let document = try document(params)
    return (document, document.positions.offset(of: try params.position()))
  }
}
