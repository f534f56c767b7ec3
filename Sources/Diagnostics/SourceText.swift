/// A place in a source text; both numbers count from 1, columns in Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int
}

/// The bytes of one source with a line table that turns offsets into positions.
package struct SourceText: Sendable {
  /// What a message calls this source: the path as the user gave it, `<stdin>`, or `--set #2`.
  package let path: String
  package let bytes: [UInt8]
  /// Whether it is the value of an option of the command line, and no file.
  package let isOption: Bool
  private let lines: LineTable

  package init(path: String, bytes: [UInt8]) { self.init(path: path, bytes: bytes, isOption: false) }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The value of an option such as `--set #2`.
  package init(option: String, text: String) { self.init(path: option, bytes: Array(text.utf8), isOption: true) }

  private init(path: String, bytes: [UInt8], isOption: Bool) {
    self.path = path
    self.bytes = bytes
    self.isOption = isOption
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lines = LineTable(starts: starts)
  }

  package var lineCount: Int { lines.starts.count }

  /// The position of a byte offset; an offset past the end is the position after the last byte.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    let scalars = bytes[lines.starts[line]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line + 1, column: scalars + 1)
  }

  /// The byte range of a line counted from 1, without its line break.
  package func byteRange(ofLine line: Int) -> Range<Int> {
    precondition(line >= 1 && line <= lineCount, "line out of range")
    let start = lines.starts[line - 1]
    var end = line < lineCount ? lines.starts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The text of a byte range; invalid UTF-8 becomes replacement characters.
  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// Every source text of one run, by the identifiers that spans carry.
package struct SourceMap: Sendable {
  package private(set) var sources: [SourceText] = []

  package init() {}

  package mutating func add(_ source: SourceText) -> SourceID {
    sources.append(source)
    return SourceID(index: sources.count - 1)
  }

  package subscript(_ id: SourceID) -> SourceText { sources[id.index] }

  package func text(of span: Span) -> String { self[span.source].text(in: span.lower..<span.upper) }
}
