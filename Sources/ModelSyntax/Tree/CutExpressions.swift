import Diagnostics

extension TreeBuilder {
  /// Reports expressions that commas of flow style cut into several items, and keeps one unreadable item for each.
  mutating func reportCutExpressions(among items: inout [SyntaxNode]) {
    guard items.contains(where: \.isCut) else { return }
    var kept: [SyntaxNode] = []
    var end = 0
    for item in items where item.span.lower >= end {
      guard item.isCut, let whole = CutExpression.span(from: item.span, in: source) else {
        kept.append(item)
        continue
      }
      diagnostics.append(.cutExpression(source.text(in: whole.lower..<whole.upper), at: whole))
      kept.append(SyntaxNode(.invalid, at: whole))
      end = whole.upper
    }
    items = kept
  }

  /// The same for the entries of a map.
  mutating func reportCutExpressions(among entries: inout [SyntaxEntry]) {
    guard entries.contains(where: { $0.value.isCut }) else { return }
    var kept: [SyntaxEntry] = []
    var end = 0
    for entry in entries where entry.key.span.lower >= end {
      guard entry.value.isCut, let whole = CutExpression.span(from: entry.value.span, in: source) else {
        kept.append(entry)
        continue
      }
      diagnostics.append(.cutExpression(source.text(in: whole.lower..<whole.upper), at: whole))
      kept.append(SyntaxEntry(key: entry.key, value: SyntaxNode(.invalid, at: whole)))
      end = whole.upper
    }
    entries = kept
  }
}

extension SyntaxNode {
  /// Whether it is an unquoted scalar whose `$(` has no `)`.
  fileprivate var isCut: Bool {
    guard case .scalar(let scalar) = kind, scalar.hasDollar, scalar.style == .plain else { return false }
    let bytes = Array(scalar.text.utf8)
    guard let open = CutExpression.lastOpening(in: bytes, from: 0, to: bytes.count) else { return false }
    return Interpolation.closingParenthesis(in: bytes, after: open + 2, before: bytes.count) == nil
  }
}

/// Finds the whole of an expression that flow style cut at a comma or bracket.
enum CutExpression {
  /// How far a line is searched, so that a file of one long line costs no more than others.
  private static let reach = 1024

  /// The place of the scalar up to what follows its `)` on the same line; nil when there is none.
  static func span(from scalar: Span, in source: SourceText) -> Span? {
    guard let open = lastOpening(in: source.bytes, from: scalar.lower, to: scalar.upper) else { return nil }
    return end(of: open, in: source).map { Span(scalar.source, scalar.lower..<$0) }
  }

  /// The expression around an offset of a line that is not YAML because of it; nil when there is none.
  static func span(around offset: Int, in source: SourceText, id: SourceID) -> Span? {
    var lower = offset
    while lower > max(0, offset - reach), source.bytes[lower - 1] != UInt8(ascii: "\n") { lower -= 1 }
    guard let open = lastOpening(in: source.bytes, from: lower, to: offset + 1),
      let end = end(of: open, in: source), end > offset
    else { return nil }
    var start = open
    while start > lower, !startsScalar(after: source.bytes[start - 1]) { start -= 1 }
    return Span(id, start..<end)
  }

  /// The end of the scalar that goes on behind the `)` of an opening `$(`.
  private static func end(of open: Int, in source: SourceText) -> Int? {
    let reached = min(source.bytes.count, open + reach)
    var line = open
    while line < reached, source.bytes[line] != UInt8(ascii: "\n") { line += 1 }
    guard let close = Interpolation.closingParenthesis(in: source.bytes, after: open + 2, before: line) else {
      return nil
    }
    var end = close + 1
    while end < line, !endsScalar(source.bytes[end]) { end += 1 }
    return end
  }

  /// The last `$(` that begins in a range.
  static func lastOpening(in bytes: [UInt8], from lower: Int, to upper: Int) -> Int? {
    var offset = min(upper, bytes.count) - 2
    while offset >= lower {
      if bytes[offset] == UInt8(ascii: "$"), bytes[offset + 1] == UInt8(ascii: "(") { return offset }
      offset -= 1
    }
    return nil
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: " ")
  }

  private static func startsScalar(after byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: " ")
  }
}
