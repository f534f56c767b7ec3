import LanguageServer
import Testing

/// The framing of messages, right and wrong.
@Suite struct FrameReaderTests {
  private func frames(_ text: String, chunk: Int = .max) -> [FrameReader.Frame] {
    var reader = FrameReader()
    var frames: [FrameReader.Frame] = []
    var left = Array(text.utf8)[...]
    while !left.isEmpty {
      reader.append(left.prefix(chunk))
      left = left.dropFirst(chunk)
      while let frame = reader.next() { frames.append(frame) }
    }
    return frames
  }

  private func body(_ text: String) -> FrameReader.Frame { .body(Array(text.utf8)) }

  @Test("messages arrive whole, however the bytes come", arguments: [1, 2, 7, 1000])
  func chunks(_ chunk: Int) {
    let text = "Content-Length: 2\r\n\r\n{}content-type: x\r\nCONTENT-LENGTH:3\r\n\r\n[1]Content-Length: 0\r\n\r\n"
    #expect(frames(text, chunk: chunk) == [body("{}"), body("[1]"), body("")])
  }

  @Test("line feeds alone are taken")
  func lineFeeds() { #expect(frames("Content-Length: 2\n\n{}") == [body("{}")]) }

  @Test(
    "a header without a length is dropped, and what follows is read",
    arguments: [
      "X: 1", "Content-Length: x", "Content-Length 2", "Content-Length: -2", "Content-Length: 5000000000",
      "Content-Length: 99999999999999999999",
    ])
  func malformed(_ header: String) {
    #expect(frames("\(header)\r\n\r\nContent-Length: 2\r\n\r\n{}") == [.malformedHeader, body("{}")])
  }

  @Test("a stream that is out of step finds the next message")
  func resynchronisation() {
    #expect(frames("{}}}Content-Length: 2\r\n\r\n{}") == [body("{}")])
    let noise = String(repeating: "x", count: 2 * FrameReader.headerLimit)
    #expect(frames(noise + "Content-Length: 2\r\n\r\n{}", chunk: 100).last == body("{}"))
  }

  @Test("a body that is too long is dropped as it comes")
  func tooLong() {
    var reader = FrameReader()
    reader.append(Array("Content-Length: \(FrameReader.bodyLimit + 10)\r\n\r\n".utf8))
    #expect(reader.next() == .tooLong)
    let chunk = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<FrameReader.bodyLimit >> 20 { reader.append(chunk) }
    reader.append(Array(repeating: 0, count: 10) + Array("Content-Length: 2\r\n\r\n{}".utf8))
    #expect(reader.next() == body("{}"))
  }
}
