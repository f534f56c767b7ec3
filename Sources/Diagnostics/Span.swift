/// Names one source text of a run: the model file, an included file, or a command-line setting.
package struct SourceID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// A half-open range of UTF-8 byte offsets in one source text.
package struct Span: Hashable, Sendable {
  package var source: SourceID
  package var lower: Int
  package var upper: Int

  package init(_ source: SourceID, _ range: Range<Int>) {
    self.source = source
    self.lower = range.lowerBound
    self.upper = range.upperBound
  }

  /// The smallest span that covers both; the other must be of the same source, else it is ignored.
  package func union(_ other: Span) -> Span {
    guard other.source == source else { return self }
    return Span(source, min(lower, other.lower)..<max(upper, other.upper))
  }

  /// The empty span where this one begins.
  package var start: Span { Span(source, lower..<lower) }

  /// The empty span where this one ends.
  package var end: Span { Span(source, upper..<upper) }
}

extension Span: Comparable {
  package static func < (a: Span, b: Span) -> Bool {
    (a.source.index, a.lower, a.upper) < (b.source.index, b.lower, b.upper)
  }
}
