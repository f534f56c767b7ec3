import Formats
import Glibc
import LanguageServer
import TestSupport
import Testing

/// A `cnnc lsp` of its own, spoken to over pipes.
final class ServerProcess {
  private let process: pid_t
  private let output: Int32
  /// nil when it is closed.
  private var input: Int32?
  private var frames = FrameReader()

  init() throws {
    let (toServer, fromServer) = (try Self.makePipe(), try Self.makePipe())
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toServer[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromServer[1], STDOUT_FILENO)
    var arguments = [strdup(CommandRun.cnnc), strdup("lsp"), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawn(&process, CommandRun.cnnc, &actions, nil, &arguments, environ)
    try #require(code == 0)
    close(toServer[0])
    close(fromServer[1])
    (self.process, self.input, output) = (process, toServer[1], fromServer[0])
  }

  /// A pipe that no other child process keeps open.
  private static func makePipe() throws -> [Int32] {
    var ends: [Int32] = [0, 0]
    let code = pipe(&ends)
    try #require(code == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  func send(_ messages: JSON...) throws {
    let bytes = messages.flatMap { Answer.frame($0) }
    let input = try #require(input)
    #expect(write(input, bytes, bytes.count) == bytes.count)
  }

  func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// The next message, however long it takes; nil at the end of the stream.
  func receive() throws -> JSON? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if case .body(let body)? = frames.next() { return try JSON(parsing: body) }
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { return nil }
      frames.append(chunk[..<count])
    }
  }

  /// Closes the pipes and waits; the exit status.
  func wait() -> Int {
    closeInput()
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -1
  }
}

/// The real binary over pipes.
@Suite struct ServerProcessTests {
  private static let initialize: JSON = [
    "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ["capabilities": [:]],
  ]

  @Test("a session from the handshake to the exit")
  func session() throws {
    let server = try ServerProcess()
    try server.send(Self.initialize)
    #expect(try server.receive()?["result"]?["serverInfo"]?["name"] == "cnnc")
    let document: JSON = ["uri": "file:///net.yaml", "version": 1, "text": "cnnc: 1\nlayers:\n  - rleu\n"]
    try server.send(EditorSession.notification("textDocument/didOpen", ["textDocument": document]))
    let findings = try #require(try server.receive())
    #expect(findings["method"] == "textDocument/publishDiagnostics")
    #expect(findings["params"]?["diagnostics"]?.elements?.last?["code"] == "E0201")
    try server.send(["jsonrpc": "2.0", "id": "end", "method": "shutdown"])
    #expect(try server.receive() == ["jsonrpc": "2.0", "id": "end", "result": .null])
    try server.send(["jsonrpc": "2.0", "method": "exit"])
    #expect(try server.receive() == nil)
    #expect(server.wait() == 0)
  }

  @Test("what a client sent before it closed its end is done")
  func lastWords() throws {
    let server = try ServerProcess()
    try server.send(
      Self.initialize, ["jsonrpc": "2.0", "id": 2, "method": "shutdown"], ["jsonrpc": "2.0", "method": "exit"])
    server.closeInput()
    #expect(try server.receive()?["id"] == 1)
    #expect(try server.receive()?["id"] == 2)
    #expect(try server.receive() == nil)
    #expect(server.wait() == 0)
  }

  @Test("a client that goes away ends it, without success")
  func end() throws {
    let server = try ServerProcess()
    try server.send(Self.initialize)
    #expect(try server.receive() != nil)
    #expect(server.wait() == 1)
  }
}
