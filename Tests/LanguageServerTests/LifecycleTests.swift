import Formats
import LanguageServer
import Testing

/// The beginning, the end, and what is out of order.
@Suite struct LifecycleTests {
  private func code(_ answers: [JSON]) -> Int? { answers.first?["error"]?["code"]?.int }

  @Test("a session ends well only by shutdown and exit")
  func ending() throws {
    let good = try EditorSession.started()
    #expect(try good.request("shutdown", .null) == .null)
    #expect(good.notify("exit", .null) == [])
    #expect(good.server.hasExited && good.server.isExitClean)
    let bad = try EditorSession.started()
    #expect(bad.notify("exit", .null) == [])
    #expect(bad.server.hasExited && !bad.server.isExitClean)
  }

  @Test("the encoding of positions is UTF-16 unless the client offers UTF-8")
  func encoding() throws {
    for (offer, expected) in [([], "utf-16"), (["utf-16", "utf-8"], "utf-8"), (["utf-32"], "utf-16")] {
      let result = try EditorSession().request(
        "initialize", ["capabilities": ["general": ["positionEncodings": .strings(offer)]]])
      #expect(result["capabilities"]?["positionEncoding"] == .string(expected))
    }
  }

  @Test("what is out of order or not understood is answered with its error")
  func errors() throws {
    let session = EditorSession()
    #expect(code(session.send([session.makeRequest("shutdown", .null)])) == -32002)
    _ = try session.request("initialize", [:])
    #expect(code(session.send([session.makeRequest("initialize", [:])])) == -32600)
    #expect(code(session.send([session.makeRequest("textDocument/none", [:])])) == -32601)
    #expect(code(session.send([session.makeRequest("textDocument/hover", [:])])) == -32602)
    #expect(code(session.send(bytes: Array("Content-Length: 1\r\n\r\n{".utf8))) == -32700)
    #expect(code(session.send(bytes: Array("Content-Length: 2\r\n\r\n[]".utf8))) == -32600)
    #expect(code(session.send(bytes: Array("nonsense\r\n\r\n".utf8))) == -32700)
    #expect(session.notify("$/unknown", [:]) == [])
    #expect(session.notify("textDocument/didChange", ["textDocument": ["uri": "file:///no.yaml"]]) == [])
    #expect(session.send([["jsonrpc": "2.0", "id": 7, "result": .null]]) == [])
    #expect(try session.request("shutdown", .null) == .null)
    #expect(code(session.send([session.makeRequest("textDocument/hover", [:])])) == -32600)
  }

  @Test("a request that is cancelled while it waits is answered so")
  func cancellation() throws {
    let session = try EditorSession.started()
    let request = session.makeRequest("textDocument/hover", [:])
    let cancel = EditorSession.notification("$/cancelRequest", ["id": request["id"] ?? .null])
    #expect(code(session.send([request, cancel])) == -32800)
  }
}
