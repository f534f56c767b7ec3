import CYAML
package import Diagnostics

/// A comment of a YAML file, which no event of libyaml tells of.
package struct Comment: Hashable, Sendable {
  /// From the `#` to the end of the line, without white space at its end.
  package var span: Span
  /// What stands there, the `#` included.
  package var text: String
  /// Whether nothing stands before it on its line.
  package var isAlone: Bool
}

/// Finds the comments of a YAML text: what begins with `#` outside of every scalar.
package struct CommentScanner {
  private let source: SourceText
  private let id: SourceID
  /// Everything before is scanned.
  private var offset = 0
  private var comments: [Comment] = []

  /// The comments in the order of the file; of a text that is not YAML those before the place where it ceases to be.
  package static func comments(of source: SourceText, id: SourceID) -> [Comment] {
    var scanner = CommentScanner(source: source, id: id)
    guard source.bytes.count <= SyntaxLimits.fileSize, source.bytes.contains(UInt8(ascii: "#")) else { return [] }
    source.bytes.withUnsafeBufferPointer { bytes in
      let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let text = UnsafeBufferPointer(rebasing: bytes[base...])
      let check = TextCheck(text)
      guard check.problem == nil, let stream = EventStream(text, isASCII: check.isASCII, base: base) else { return }
      scanner.scan(stream)
    }
    return scanner.comments
  }

  private init(source: SourceText, id: SourceID) {
    self.source = source
    self.id = id
  }

  private mutating func scan(_ stream: consuming EventStream) {
    var stream = stream
    do throws(EventStream.Failure) {
      repeat {
        try stream.advance()
        if stream.event.type == YAML_SCALAR_EVENT { skip(stream.event.data.scalar.style, at: stream.range()) }
      } while stream.event.type != YAML_STREAM_END_EVENT
      scan(upTo: source.bytes.count)
    } catch {
      scan(upTo: error.offset)
    }
  }

  /// Scans up to a scalar and goes behind it; the first line of a block scalar may have a comment.
  private mutating func skip(_ style: yaml_scalar_style_t, at range: Range<Int>) {
    let isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
    scan(upTo: isBlock ? lineEnd(from: range.lowerBound) : range.lowerBound)
    offset = max(offset, range.upperBound)
  }

  private mutating func scan(upTo end: Int) {
    while offset < end {
      guard source.bytes[offset] == UInt8(ascii: "#") else {
        offset += 1
        continue
      }
      let start = offset
      offset = min(lineEnd(from: start), end)
      var upper = offset
      while isBlank(source.bytes[upper - 1]) { upper -= 1 }
      comments.append(
        Comment(span: Span(id, start..<upper), text: source.text(in: start..<upper), isAlone: isAlone(start)))
    }
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < source.bytes.count, !isBreak(source.bytes[end]) { end += 1 }
    return end
  }

  private func isAlone(_ start: Int) -> Bool {
    var start = start
    while start > 0, isBlank(source.bytes[start - 1]) { start -= 1 }
    let hasMark = start == 3 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return start == 0 || hasMark || isBreak(source.bytes[start - 1])
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
