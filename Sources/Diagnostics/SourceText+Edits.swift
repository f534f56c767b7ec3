extension SourceText {
  /// The text with edits made, all in this source; nil when two of them overlap or lie outside.
  package func applying(_ edits: [Edit]) -> SourceText? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var offset = 0
    for edit in edits.sorted(by: { $0.span < $1.span }) {
      guard edit.span.lower >= offset, edit.span.lower <= edit.span.upper, edit.span.upper <= bytes.count else {
        return nil
      }
      result += bytes[offset..<edit.span.lower]
      result += edit.text.utf8
      offset = edit.span.upper
    }
    result += bytes[offset...]
    return SourceText(path: path, bytes: result)
  }
}

extension [Edit] {
  /// The place before the edits of a place after them; what an edit wrote is where it was written.
  package func original(of span: Span) -> Span {
    Span(
      span.source,
      offset(
        span.lower, in: span.source)..<Swift.max(
          offset(span.lower, in: span.source), offset(span.upper, in: span.source)))
  }

  private func offset(_ offset: Int, in source: SourceID) -> Int {
    var shift = 0
    for edit in sorted(by: { $0.span < $1.span }) where edit.span.source == source {
      let start = edit.span.lower + shift
      if offset < start { break }
      let written = edit.text.utf8.count
      if offset < start + written { return edit.span.lower }
      shift += written - (edit.span.upper - edit.span.lower)
    }
    return offset - shift
  }
}
