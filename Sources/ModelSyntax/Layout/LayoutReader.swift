import CYAML
import Diagnostics

/// Reads a text that is known to be YAML as it is written: with quotes, anchors, aliases and brackets.
struct LayoutReader: ~Copyable {
  private let source: SourceText
  private var stream: EventStream

  /// The root of the first document, without comments; nil when there is none.
  static func root(of source: SourceText) -> LayoutNode? {
    source.bytes.withUnsafeBufferPointer { bytes in
      let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let text = UnsafeBufferPointer(rebasing: bytes[base...])
      guard let stream = EventStream(text, isASCII: TextCheck(text).isASCII, base: base) else { return nil }
      var reader = LayoutReader(source: source, stream: stream)
      return try? reader.document()
    }
  }

  private init(source: SourceText, stream: consuming EventStream) {
    self.source = source
    self.stream = stream
  }

  private mutating func document() throws(EventStream.Failure) -> LayoutNode? {
    while stream.event.type != YAML_DOCUMENT_START_EVENT {
      try stream.advance()
      if stream.event.type == YAML_STREAM_END_EVENT { return nil }
    }
    try stream.advance()
    return try node()
  }

  /// Recursion is bounded: the text was read before, within the limit of depth.
  private mutating func node() throws(EventStream.Failure) -> LayoutNode {
    let range = stream.range()
    let data = stream.event.data
    switch stream.event.type {
    case YAML_SEQUENCE_START_EVENT:
      return try collection(
        range, anchor: data.sequence_start.anchor, isFlow: data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
        hasKeys: false)
    case YAML_MAPPING_START_EVENT:
      return try collection(
        range, anchor: data.mapping_start.anchor, isFlow: data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
        hasKeys: true)
    case YAML_ALIAS_EVENT:
      return LayoutNode(kind: .alias(Self.text(data.alias.anchor) ?? ""), range: range)
    default:
      return scalar(range)
    }
  }

  private mutating func collection(
    _ range: Range<Int>, anchor: UnsafeMutablePointer<yaml_char_t>?, isFlow: Bool, hasKeys: Bool
  ) throws(EventStream.Failure) -> LayoutNode {
    let name = Self.text(anchor)
    let lower = start(of: range, hasAnchor: name != nil)
    let end = hasKeys ? YAML_MAPPING_END_EVENT : YAML_SEQUENCE_END_EVENT
    var items: [LayoutItem] = []
    try stream.advance()
    while stream.event.type != end {
      var key: LayoutNode?
      if hasKeys {
        key = try node()
        try stream.advance()
      }
      var item = LayoutItem(key: key, value: try node())
      if let key = item.key, item.value.isEmpty { item.value.range = key.range.upperBound..<key.range.upperBound }
      items.append(item)
      try stream.advance()
    }
    let upper = isFlow ? stream.range().upperBound : items.last?.end ?? lower
    let isPair = isFlow && hasKeys && source.bytes[lower] != UInt8(ascii: "{")
    let members = LayoutCollection(items: items, isFlow: isFlow, isPair: isPair)
    return LayoutNode(
      kind: hasKeys ? .mapping(members) : .sequence(members), anchor: name, range: lower..<max(lower, upper))
  }

  private mutating func scalar(_ range: Range<Int>) -> LayoutNode {
    let data = stream.event.data.scalar
    let style: LayoutScalar.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    let isBlock = style == .literal || style == .folded
    var upper = range.upperBound
    if isBlock {
      while upper > range.lowerBound, source.bytes[upper - 1] <= UInt8(ascii: " ") { upper -= 1 }
    }
    let place = min(start(of: range, hasAnchor: data.anchor != nil), upper)..<upper
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let scalar = LayoutScalar(text: text, style: style, lines: lines(place, isBlock: isBlock))
    return LayoutNode(kind: .scalar(scalar), anchor: Self.text(data.anchor), range: place)
  }

  /// The lines of a scalar; empty when it has one only.
  private func lines(_ range: Range<Int>, isBlock: Bool) -> [String] {
    guard source.bytes[range].contains(UInt8(ascii: "\n")) else { return [] }
    let lines = source.bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
    if isBlock { return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) } }
    return lines.map { String(decoding: Self.trimmed($0), as: UTF8.self) }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    while let last = line.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { line.removeLast() }
    return line
  }

  /// Where a node begins behind its anchor, white space and comments.
  private func start(of range: Range<Int>, hasAnchor: Bool) -> Int {
    var offset = range.lowerBound
    guard hasAnchor else { return offset }
    while offset < source.bytes.count, source.bytes[offset] > UInt8(ascii: " ") { offset += 1 }
    while offset < source.bytes.count {
      if source.bytes[offset] == UInt8(ascii: "#") {
        while offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      } else if source.bytes[offset] <= UInt8(ascii: " ") {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
