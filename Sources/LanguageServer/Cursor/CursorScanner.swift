/// Follows indentation and brackets through a text to find out where a cursor stands.
///
/// It reads any text in one pass and reports nothing: brackets that are never closed end where the indentation says that
/// their line's parent goes on.
struct CursorScanner {
  /// An open container.
  final class Frame {
    enum Kind { case map, sequence }

    let kind: Kind
    let isFlow: Bool
    let column: Int
    var key: String?
    /// Whether the current key has a value already.
    var hasValue = false
    var keys: [(name: String, offset: Int)] = []

    init(_ kind: Kind, isFlow: Bool = false, column: Int) {
      self.kind = kind
      self.isFlow = isFlow
      self.column = column
    }
  }

  /// Containers inside each other beyond this end the reading: no model has as many.
  static let depthLimit = 200

  let bytes: [UInt8]
  let cursor: Int
  var position = 0
  var frames: [Frame] = []
  private var found: CursorContext?
  private var container: Frame?

  /// The context of a byte offset; nil where nothing can be said.
  static func context(at cursor: Int, in bytes: [UInt8]) -> CursorContext? {
    var scanner = CursorScanner(bytes: bytes, cursor: min(max(cursor, 0), bytes.count))
    return scanner.scan()
  }

  private init(bytes: [UInt8], cursor: Int) {
    self.bytes = bytes
    self.cursor = cursor
  }

  private mutating func scan() -> CursorContext? {
    while position <= bytes.count {
      let end = lineEnd(position)
      readLine(to: end)
      position = max(position, end) + 1
      if found != nil, container.map({ frame in !frames.contains { $0 === frame } }) ?? true { break }
    }
    guard var context = found else { return nil }
    context.siblings = container?.keys.filter { $0.offset != context.word.lowerBound }.map(\.name) ?? []
    return context
  }

  /// Notes the context when the cursor is in or at the end of a range; `frames` lead to its container.
  mutating func note(_ slot: CursorContext.Slot, _ range: Range<Int>, word: Range<Int>? = nil) {
    guard found == nil, cursor >= range.lowerBound, cursor <= range.upperBound else { return }
    capture(slot, frames, word: word ?? range)
  }

  private mutating func capture(_ slot: CursorContext.Slot, _ frames: [Frame], word: Range<Int>) {
    let path = frames.dropLast().map { frame -> CursorContext.Step in
      frame.kind == .map ? .key(frame.key ?? "") : .item
    }
    found = CursorContext(path: path, slot: slot, word: word, isFlow: frames.last?.isFlow ?? false)
    container = frames.last?.kind == .map ? frames.last : nil
  }

  /// Reads a line of block style; brackets carry `position` into later lines.
  private mutating func readLine(to end: Int) {
    let start = position
    skipSpaces(to: end)
    let column = position - start
    if position == end || bytes[position] == UInt8(ascii: "#") {
      if position < end { note(.comment, position + 1..<end, word: cursor..<cursor) }
      noteBlank(start: start, end: position)
      return
    }
    guard column > 0 || !startsDocument(to: end) else { return }
    readDashes(start: start, to: end)
    guard position < end, bytes[position] != UInt8(ascii: "#") else { return }
    readEntry(column: position - start, to: end)
  }

  /// A cursor in an empty line stands in the container that its column says.
  private mutating func noteBlank(start: Int, end: Int) {
    guard found == nil, cursor >= start, cursor <= end else { return }
    let column = cursor - start
    var open = frames
    while let top = open.last, top.column > column { open.removeLast() }
    guard let top = open.last else { return capture(.key, [Frame(.map, column: 0)], word: cursor..<cursor) }
    if top.column == column {
      capture(top.kind == .map ? .key : .dash, open, word: cursor..<cursor)
    } else if top.kind == .map, let key = top.key, !top.hasValue {
      capture(.start(key), open, word: cursor..<cursor)
    } else if top.kind == .map, top.column < column {
      capture(.key, open, word: cursor..<cursor)
    }
  }

  /// Reads the dashes that begin items at the front of a line.
  private mutating func readDashes(start: Int, to end: Int) {
    while position < end, bytes[position] == UInt8(ascii: "-"),
      position + 1 == end || bytes[position + 1] == UInt8(ascii: " ")
    {
      let column = position - start
      while let top = frames.last, top.column > column { frames.removeLast() }
      frames.last?.hasValue = true
      if frames.last.map({ $0.kind == .map || $0.column < column }) ?? true {
        frames.append(Frame(.sequence, column: column))
      }
      position += 1
      let gap = position
      skipSpaces(to: end)
      if position == end || cursor < position { note(.item, gap..<position, word: cursor..<cursor) }
    }
  }

  /// Reads a key with its value, or a lone value, that begins at a column.
  private mutating func readEntry(column: Int, to end: Int) {
    let start = position
    let isItem = frames.last?.kind == .sequence && start > 0 && isAfterDash(start)
    guard let token = readScalar(to: end, isFlow: false) else {
      frames.last?.hasValue = true
      return readFlow()
    }
    guard isColon(position, isFlow: false) else {
      if isItem { return note(.item, token) }
      closeBlocks(to: column)
      let slot: CursorContext.Slot =
        frames.last.map { $0.column < column && !$0.hasValue } == true ? .start(frames.last?.key ?? "") : .key
      if frames.isEmpty { frames.append(Frame(.map, column: column)) }
      return note(slot, token)
    }
    closeBlocks(to: column)
    if frames.last.map({ $0.kind != .map || $0.column < column }) ?? true {
      frames.last?.hasValue = true
      frames.append(Frame(.map, column: column))
    }
    setKey(token)
    position += 1
    readValue(to: end)
  }

  private func isAfterDash(_ start: Int) -> Bool {
    var index = start - 1
    while index > 0, bytes[index] == UInt8(ascii: " ") { index -= 1 }
    return bytes[index] == UInt8(ascii: "-")
  }

  private mutating func closeBlocks(to column: Int) {
    while let top = frames.last, top.column > column || top.kind == .sequence && top.column == column {
      frames.removeLast()
    }
  }

  mutating func setKey(_ token: Range<Int>) {
    note(.key, token)
    let name = String(decoding: unquoted(token), as: UTF8.self)
    frames.last?.key = name
    frames.last?.hasValue = false
    frames.last?.keys.append((name, token.lowerBound))
  }

  private mutating func readValue(to end: Int) {
    let gap = position
    skipSpaces(to: end)
    let key = frames.last?.key ?? ""
    guard position < end, bytes[position] != UInt8(ascii: "#") else {
      return note(.value(key), gap..<position, word: cursor..<cursor)
    }
    if cursor > gap, cursor < position { note(.value(key), gap..<position, word: cursor..<cursor) }
    frames.last?.hasValue = true
    let first = bytes[position]
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") { return skipBlockScalar(to: end) }
    if let token = readScalar(to: end, isFlow: false) { note(.value(key), token) } else { readFlow() }
  }

  /// The lines of a block scalar are those that stand deeper than its key.
  private mutating func skipBlockScalar(to end: Int) {
    let column = frames.last?.column ?? 0
    position = end
    while position < bytes.count {
      let next = position + 1
      let lineEnd = lineEnd(next)
      let text = bytes[min(next, bytes.count)..<lineEnd].firstIndex { $0 != UInt8(ascii: " ") } ?? lineEnd
      if text < lineEnd, text - next <= column { return }
      position = lineEnd
    }
  }

  private func startsDocument(to end: Int) -> Bool {
    let line = bytes[position..<end]
    return line.starts(with: "---".utf8) || line.starts(with: "...".utf8) || line.starts(with: "%".utf8)
  }
}
