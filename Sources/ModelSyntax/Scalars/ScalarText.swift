import Diagnostics

/// The text of one scalar with the place of each of its bytes in the source.
struct ScalarText {
  /// How the offsets of the text relate to those of the source.
  private enum Places {
    /// The text stands in the source byte for byte, from this offset.
    case shifted(Int)
    /// One source offset for every byte of the text, and one for its end: escapes and folded lines.
    case table([Int])
    /// Not known more exactly than the whole scalar.
    case unknown
  }

  let bytes: [UInt8]
  /// The scalar with its quotes.
  let whole: Span
  private let places: Places

  /// The text of a scalar of a YAML file; `source` holds the bytes that `span` is about.
  init(_ text: String, style: SyntaxNode.ScalarStyle, span: Span, source: SourceText) {
    bytes = Array(text.utf8)
    whole = span
    let quotes = style == .plain ? 0 : 1
    let raw = span.lower + quotes..<max(span.lower + quotes, span.upper - quotes)
    if style == .block || raw.upperBound > source.bytes.count {
      places = .unknown
    } else if raw.count == bytes.count, source.bytes[raw].elementsEqual(bytes) {
      places = .shifted(raw.lowerBound)
    } else {
      places = Self.align(bytes, with: raw, of: source.bytes, style: style).map { .table($0) } ?? .unknown
    }
  }

  /// The place of a part of the text; the whole scalar where it cannot be told.
  func span(_ range: Range<Int>) -> Span {
    switch places {
    case .shifted(let offset): Span(whole.source, range.lowerBound + offset..<range.upperBound + offset)
    case .table(let offsets): Span(whole.source, offsets[range.lowerBound]..<offsets[range.upperBound])
    case .unknown: whole
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Walks text and source side by side over escapes, doubled quotes and folded line breaks.
  private static func align(
    _ text: [UInt8], with raw: Range<Int>, of source: [UInt8], style: SyntaxNode.ScalarStyle
  ) -> [Int]? {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.count + 1)
    var place = raw.lowerBound
    while offsets.count < text.count {
      guard place < raw.upperBound else { return nil }
      let byte = text[offsets.count]
      if isBlank(source[place]), let next = fold(source, from: place, to: raw.upperBound) {
        guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") else { return nil }
        offsets.append(place)
        place = next
      } else if style == .doubleQuoted, source[place] == UInt8(ascii: "\\") {
        guard place + 1 < raw.upperBound, let length = escapeLength(source[place + 1]) else { return nil }
        offsets.append(place)
        while offsets.count < text.count, text[offsets.count] & 0xC0 == 0x80 { offsets.append(place) }
        place += length
      } else if source[place] == byte {
        offsets.append(place)
        place += style == .singleQuoted && byte == UInt8(ascii: "'") ? 2 : 1
      } else {
        return nil
      }
    }
    offsets.append(place)
    return place <= raw.upperBound ? offsets : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The end of white space that has exactly one line break in it; nil for any other.
  private static func fold(_ source: [UInt8], from start: Int, to end: Int) -> Int? {
    var place = start
    var breaks = 0
    while place < end, isBlank(source[place]) {
      if source[place] == UInt8(ascii: "\n") { breaks += 1 }
      place += 1
    }
    return breaks == 1 ? place : nil
  }

  /// The bytes that an escape takes in a double-quoted scalar, by the letter after the backslash.
  private static func escapeLength(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "u"): 6
    case UInt8(ascii: "U"): 10
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): nil
    default: 2
    }
  }
}
