extension CursorScanner {
  /// The end of the line that an offset is in: its line feed, or the end of the text.
  func lineEnd(_ offset: Int) -> Int {
    guard offset < bytes.count else { return bytes.count }
    return bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  mutating func skipSpaces(to end: Int) {
    while position < end, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\r") {
      position += 1
    }
  }

  /// Reads a scalar up to its end, without the spaces behind it; nil at a bracket.
  mutating func readScalar(to end: Int, isFlow: Bool) -> Range<Int>? {
    let start = position
    guard start < end else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return nil
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return readQuoted(to: end)
    default: break
    }
    var last = start
    while position < end, !endsPlain(position, after: start, isFlow: isFlow) {
      position += 1
      if bytes[position - 1] != UInt8(ascii: " ") { last = position }
    }
    position = isFlow ? max(last, start) : position
    return start..<last
  }

  private func endsPlain(_ place: Int, after start: Int, isFlow: Bool) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    case UInt8(ascii: "#"): place > start && bytes[place - 1] == UInt8(ascii: " ")
    case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"): isFlow
    default: isColon(place, isFlow: isFlow)
    }
  }

  /// A quoted scalar ends at its quote, or at the end of its line when it is never closed.
  private mutating func readQuoted(to end: Int) -> Range<Int> {
    let start = position
    let quote = bytes[start]
    position += 1
    while position < end, bytes[position] != quote, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { position += 1 }
      position += 1
    }
    position = min(position < end && bytes[position] == quote ? position + 1 : position, end)
    return start..<position
  }

  /// Whether a colon stands there that ends a key.
  func isColon(_ place: Int, isFlow: Bool) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return false }
    guard place + 1 < bytes.count else { return true }
    let next = bytes[place + 1]
    return next == UInt8(ascii: " ") || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r")
      || isFlow && ",{}[]".utf8.contains(next)
  }

  func unquoted(_ token: Range<Int>) -> ArraySlice<UInt8> {
    let text = bytes[token]
    guard let first = text.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), text.count > 1 else {
      return text
    }
    return text.last == first ? text.dropFirst().dropLast() : text.dropFirst()
  }
}
