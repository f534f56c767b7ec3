extension CursorScanner {
  /// Reads a value in brackets up to its end, over as many lines as it has.
  mutating func readFlow() {
    let outer = frames.count
    let parent = frames.last { !$0.isFlow && $0.kind == .map }?.column ?? -1
    open()
    while frames.count > outer, position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"):
        let next = textAfter(lineBreak: position)
        guard let next, continuesFlow(at: next, parent: parent) else {
          noteGap(position..<position)
          frames.removeLast(frames.count - outer)
          return
        }
        if cursor < next.text { noteGap(position..<next.text) }
        position = next.text
      case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"): skipGap()
      case UInt8(ascii: "#"): position = lineEnd(position)
      case UInt8(ascii: "{"), UInt8(ascii: "["): open()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        noteGap(position..<position)
        frames.removeLast()
        position += 1
      case UInt8(ascii: ","): separate()
      default: readFlowScalar()
      }
    }
    if position >= bytes.count { noteGap(bytes.count..<bytes.count) }
    frames.removeLast(frames.count - outer)
    position = lineEnd(position)
  }

  /// The next line that has a text, and where that begins; nil at the end.
  private func textAfter(lineBreak: Int) -> (start: Int, text: Int)? {
    var start = lineBreak + 1
    while start < bytes.count {
      let end = lineEnd(start)
      let text = bytes[start..<end].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") }
      if let text { return (start, text) }
      start = end + 1
    }
    return nil
  }

  /// Whether a line belongs to brackets that are open before it, and not to the block around, as when they were never
  /// closed.
  private func continuesFlow(at line: (start: Int, text: Int), parent: Int) -> Bool {
    let first = bytes[line.text]
    let second = line.text + 1 < bytes.count ? bytes[line.text + 1] : UInt8(ascii: "\n")
    if first == UInt8(ascii: "-"), second == UInt8(ascii: " ") || second == UInt8(ascii: "\n") { return false }
    return line.text - line.start > parent || first == UInt8(ascii: "}") || first == UInt8(ascii: "]")
  }

  private mutating func open() {
    noteGap(position..<position)
    guard frames.count < Self.depthLimit else {
      position = bytes.count
      return
    }
    frames.last?.hasValue = true
    frames.append(Frame(bytes[position] == UInt8(ascii: "{") ? .map : .sequence, isFlow: true, column: .max))
    position += 1
  }

  private mutating func separate() {
    noteGap(position..<position)
    if frames.last?.kind == .map { frames.last?.key = nil }
    frames.last?.hasValue = false
    position += 1
  }

  private mutating func skipGap() {
    let start = position
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
      position += 1
    }
    position = max(position, start + 1)
    if cursor < position || position == bytes.count { noteGap(start..<position) }
  }

  /// A cursor between tokens stands where the next key, value or item would.
  private mutating func noteGap(_ range: Range<Int>) {
    guard let top = frames.last, top.isFlow, !top.hasValue else { return }
    let slot: CursorContext.Slot = top.kind == .sequence ? .item : top.key.map { .value($0) } ?? .key
    note(slot, range, word: cursor..<cursor)
  }

  private mutating func readFlowScalar() {
    guard let token = readScalar(to: bytes.count, isFlow: true), let top = frames.last else {
      position += 1
      return
    }
    if token.isEmpty {
      position += 1
    } else if top.kind == .map, top.key == nil {
      setKey(token)
      if isColon(position, isFlow: true) { position += 1 }
    } else {
      note(top.kind == .sequence ? .item : .value(top.key ?? ""), token)
      top.hasValue = true
      if isColon(position, isFlow: true) { position += 1 }
    }
  }
}
