/// Cuts a stream of bytes into the messages of the base protocol: header lines, an empty line, and a body.
///
/// A stream that is out of step is read on at its next `Content-Length`, so that no client can hang the server.
package struct FrameReader {
  package enum Frame: Equatable, Sendable {
    case body([UInt8])
    /// A header without a usable length; its bytes are dropped.
    case malformedHeader
    /// A body of more than `bodyLimit` bytes, which is dropped.
    case tooLong
  }

  package static let bodyLimit = 64 << 20
  /// A length beyond this is no length: to drop as many bytes would be to hear nothing of the client again.
  private static let lengthLimit = 1 << 32
  package static let headerLimit = 4096

  private var bytes: [UInt8] = []
  private var start = 0
  /// Bytes of a dropped body that are still to come.
  private var skipped = 0

  package init() {}

  package mutating func append(_ more: some Collection<UInt8>) {
    let dropped = min(skipped, more.count)
    skipped -= dropped
    bytes.append(contentsOf: more.dropFirst(dropped))
  }

  /// The next whole frame; nil when more bytes must come.
  package mutating func next() -> Frame? {
    guard let (header, body) = header() else { return overlongHeader() }
    guard let length = Self.length(in: bytes[header]) else {
      drop(to: body)
      return .malformedHeader
    }
    guard length <= Self.bodyLimit else {
      let present = min(length, bytes.count - body)
      skipped = length - present
      drop(to: body + present)
      return .tooLong
    }
    guard bytes.count - body >= length else { return nil }
    let frame = Frame.body(Array(bytes[body..<body + length]))
    drop(to: body + length)
    return frame
  }

  /// The header's lines, and where the body begins; line breaks without a carriage return are taken too.
  private func header() -> (lines: Range<Int>, body: Int)? {
    var lineStart = start
    for index in start..<min(bytes.count, start + Self.headerLimit) where bytes[index] == UInt8(ascii: "\n") {
      let isEmpty = bytes[lineStart..<index].allSatisfy { $0 == UInt8(ascii: "\r") }
      if isEmpty { return (start..<lineStart, index + 1) }
      lineStart = index + 1
    }
    return nil
  }

  private mutating func overlongHeader() -> Frame? {
    guard bytes.count - start >= Self.headerLimit else { return nil }
    let name = Self.name
    let places = bytes.indices.dropFirst(start + 1).dropLast(name.count - 1)
    let next = places.first { Self.isEqual(bytes[$0..<$0 + name.count], name) }
    drop(to: next ?? bytes.count - name.count)
    return .malformedHeader
  }

  private static let name = Array("content-length".utf8)

  private static func isEqual(_ bytes: ArraySlice<UInt8>, _ lowercase: [UInt8]) -> Bool {
    zip(bytes, lowercase).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// The number behind the last `Content-Length:`, wherever in a line that is.
  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    let last = header.indices.dropLast(name.count - 1).last { isEqual(header[$0..<$0 + name.count], name) }
    guard let last else { return nil }
    let rest = header[(last + name.count)...].drop { $0 == UInt8(ascii: " ") }
    guard rest.first == UInt8(ascii: ":") else { return nil }
    let digits = rest.dropFirst().drop { $0 == UInt8(ascii: " ") }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 <= lengthLimit ? $0 : nil }
  }

  private mutating func drop(to end: Int) {
    start = end
    guard start == bytes.count || start > 1 << 16 else { return }
    bytes.removeFirst(start)
    start = 0
  }
}
