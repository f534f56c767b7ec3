/// The unit in which a client counts the characters of a line.
package enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
}

/// A place as clients name it; both numbers count from 0.
package struct TextPosition: Hashable, Sendable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

/// Turns byte offsets of a text into the positions of a client and back.
///
/// A line ends with a line feed, a carriage return, or both, as the protocol has it.
package struct PositionTable: Sendable {
  private let bytes: [UInt8]
  private let encoding: PositionEncoding
  private let lineStarts: [Int]
  /// Whether each character is one byte, so that nothing has to be counted however long a line is.
  private let isASCII: Bool

  package init(_ bytes: [UInt8], encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    var starts = [0]
    var union: UInt8 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for (offset, byte) in bytes.enumerated() {
        union |= byte
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
        let isBeforeFeed = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
        if byte == UInt8(ascii: "\n") || !isBeforeFeed { starts.append(offset + 1) }
      }
    }
    lineStarts = starts
    isASCII = union < 0x80
  }

  /// The position of a byte offset; one inside a character is that of the character, one past the end that of the end.
  package func position(at offset: Int) -> TextPosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    if isASCII { return TextPosition(line: low, character: offset - lineStarts[low]) }
    var end = offset
    while end > lineStarts[low], end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let line = bytes[lineStarts[low]..<end]
    return TextPosition(line: low, character: line.reduce(0) { $0 + units($1) })
  }

  /// The byte offset of a position; past the end of a line it is the end of the line, and inside a character its start.
  package func offset(of position: TextPosition) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    let line = contents(ofLine: position.line)
    var left = max(0, position.character)
    if isASCII { return line.lowerBound + min(left, line.count) }
    var offset = line.lowerBound
    while offset < line.upperBound {
      var next = offset + 1
      while next < line.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
      left -= bytes[offset..<next].reduce(0) { $0 + units($1) }
      if left < 0 { break }
      offset = next
    }
    return offset
  }

  /// The bytes of a line counted from 0, without its end.
  package func contents(ofLine line: Int) -> Range<Int> {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// How far a byte moves the client's count: characters of four bytes are two units of UTF-16, shorter ones are one.
  private func units(_ byte: UInt8) -> Int {
    switch encoding {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
  }
}
