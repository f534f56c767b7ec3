import Formats
import LanguageServer
import TestSupport
import Testing

/// The language server under texts and messages that no editor sends.
@Suite("Mutated editor sessions")
struct ServerFuzzTests {
  private static let uri: JSON = "file:///fuzz.yaml"
  private static let methods = [
    "hover", "completion", "definition", "references", "prepareRename", "rename", "codeAction", "inlayHint",
    "documentSymbol",
  ]

  private static func makeServer() -> Server {
    let server = Server()
    server.receive(Answer.frame(["jsonrpc": "2.0", "id": 0, "method": "initialize", "params": ["capabilities": [:]]]))
    return server
  }

  private static func notification(_ method: String, _ document: [JSON.Member], _ changes: JSON = []) -> JSON {
    [
      "jsonrpc": "2.0", "method": .string("textDocument/\(method)"),
      "params": ["textDocument": .object([.init("uri", uri)] + document), "contentChanges": changes],
    ]
  }

  private static func position(_ random: inout SeededGenerator) -> JSON {
    ["line": .int(.random(in: -1...60, using: &random)), "character": .int(.random(in: -1...90, using: &random))]
  }

  @Test("edits anywhere in any text are answered")
  func edits() throws {
    let seeds = try Repository.models.map { try TestFile.read(Repository.root + "/" + $0) }.filter { $0.count < 4096 }
    let lines = seeds.flatMap { $0.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] } }
    var mutator = Mutator(random: SeededGenerator(seed: 3), lines: lines)
    var random = SeededGenerator(seed: 4)
    let server = Self.makeServer()
    var asked = 1
    for index in 0..<ModelFuzzTests.count / 4 {
      let text = String(decoding: mutator.mutate(seeds[index % seeds.count]), as: UTF8.self)
      let time = ContinuousClock().measure {
        var messages = [Self.notification("didOpen", [.init("version", 1), .init("text", .string(text))])]
        let words = [Mutator.nasty.randomElement(using: &random) ?? "", ""]
        for word in words {
          let range: JSON = ["start": Self.position(&random), "end": Self.position(&random)]
          messages.append(
            Self.notification("didChange", [.init("version", 2)], [["range": range, "text": .string(word)]]))
        }
        for method in Self.methods {
          asked += 1
          let range: JSON = ["start": Self.position(&random), "end": Self.position(&random)]
          messages.append([
            "jsonrpc": "2.0", "id": .int(asked), "method": .string("textDocument/\(method)"),
            "params": [
              "textDocument": ["uri": Self.uri], "position": Self.position(&random), "range": range,
              "newName": "renamed",
            ],
          ])
        }
        server.receive(messages.flatMap { Answer.frame($0) })
        server.handleWaiting()
        server.publish()
      }
      #expect(time < ModelFuzzTests.longest, "text \(index) took \(time)")
      let answers = server.takeOutgoing()
      #expect(answers.count(where: { $0["id"] != nil }) >= Self.methods.count, "text \(index)")
    }
  }

  @Test("a stream of broken messages is read on")
  func messages() {
    var random = SeededGenerator(seed: 5)
    let server = Self.makeServer()
    let good = Answer.frame([
      "jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": ["position": [1, 2]],
    ])
    for _ in 0..<ModelFuzzTests.count {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      server.receive(bytes)
      server.handleWaiting()
    }
    _ = server.takeOutgoing()
    // Whatever is pending, a message behind as many bytes as a header can have is read.
    server.receive([UInt8](repeating: 0x0A, count: FrameReader.headerLimit))
    server.handleWaiting()
    _ = server.takeOutgoing()
    #expect(!server.hasExited)
  }
}
