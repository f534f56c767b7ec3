import Formats
import LanguageServer
import Testing

/// A client of a server in the same process.
final class EditorSession {
  let server = Server()
  private var lastID = 0

  static let capabilities: JSON = [
    "textDocument": [
      "completion": ["completionItem": ["snippetSupport": true]],
      "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
      "publishDiagnostics": ["relatedInformation": true, "tagSupport": ["valueSet": [1]]],
    ]
  ]

  init() {}

  /// A session after its first request.
  static func started(_ capabilities: JSON = capabilities) throws -> EditorSession {
    let session = EditorSession()
    _ = try session.request("initialize", ["capabilities": capabilities])
    _ = session.notify("initialized", [:])
    return session
  }

  /// Sends bytes as they are; what the server sends back, findings included.
  func send(bytes: [UInt8]) -> [JSON] {
    server.receive(bytes)
    server.handleWaiting()
    server.publish()
    return server.takeOutgoing()
  }

  func send(_ messages: [JSON]) -> [JSON] { send(bytes: messages.flatMap { Answer.frame($0) }) }

  static func notification(_ method: String, _ params: JSON) -> JSON {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }

  func notify(_ method: String, _ params: JSON) -> [JSON] { send([Self.notification(method, params)]) }

  func makeRequest(_ method: String, _ params: JSON) -> JSON {
    lastID += 1
    return ["jsonrpc": "2.0", "id": .int(lastID), "method": .string(method), "params": params]
  }

  /// The result of a request.
  func request(_ method: String, _ params: JSON) throws -> JSON {
    let answers = send([makeRequest(method, params)])
    return try #require(answers.first { $0["id"] == .int(lastID) }?["result"], "\(answers)")
  }

  func open(_ uri: String, _ text: String) -> [JSON] {
    let document: JSON = ["uri": .string(uri), "languageId": "yaml", "version": 1, "text": .string(text)]
    return notify("textDocument/didOpen", ["textDocument": document])
  }

  /// A request about a place, both numbers from 0.
  func request(_ method: String, _ uri: String, line: Int, character: Int) throws -> JSON {
    try request(
      "textDocument/\(method)",
      [
        "textDocument": ["uri": .string(uri)], "position": ["line": .int(line), "character": .int(character)],
      ])
  }
}
