import Formats
import Glibc

/// Runs a server over two streams.
package enum ServerLoop {
  /// Bytes that are read ahead before any message is handled.
  private static let readAhead = 1 << 20

  /// Serves until the client ends it; true when it did so in the protocol's order.
  ///
  /// The end of the input ends it too, behind the answers to what was read before.
  package static func run(input: Int32, output: Int32) -> Bool {
    let server = Server()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var isOpen = true
    while isOpen, !server.hasExited {
      var taken = 0
      repeat {
        let count = read(input, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        isOpen = count > 0
        server.receive(chunk[..<max(0, count)])
        taken += max(0, count)
      } while isOpen && taken < readAhead && isReady(input)
      server.handleWaiting()
      if !isOpen || !isReady(input) { server.publish() }
      for message in server.takeOutgoing() where !write(Answer.frame(message), to: output) { return false }
    }
    return server.isExitClean
  }

  /// Whether reading would not wait.
  private static func isReady(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }
}
