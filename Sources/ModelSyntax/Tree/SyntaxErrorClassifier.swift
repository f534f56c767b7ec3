import Diagnostics

/// Turns libyaml's view of a broken text into one finding about the mistake that was probably made.
struct SyntaxErrorClassifier {
  private let failure: EventStream.Failure
  private let source: SourceText
  private let id: SourceID
  private let lastScalar: Range<Int>?

  init(_ failure: EventStream.Failure, in source: SourceText, id: SourceID, lastScalar: Range<Int>?) {
    self.failure = failure
    self.source = source
    self.id = id
    self.lastScalar = lastScalar
  }

  var diagnostic: Diagnostic {
    if let tab = tab { return .tab(at: tab) }
    let problem = failure.problem
    if failure.context.contains("quoted scalar"), problem.contains("unexpected") {
      return .unclosedQuote(at: character(at: failure.contextOffset))
    }
    if failure.context.contains("parsing a flow") { return inFlow }
    switch problem {
    case "could not find expected ':'": return withoutColon
    case "mapping values are not allowed in this context": return unexpectedColon
    case "did not find expected key", "did not find expected '-' indicator": return misplacedLine
    case "block sequence entries are not allowed in this context":
      return .notYAML("an item of a list must begin on a line of its own", at: here)
    case "found character that cannot start any token":
      return .notYAML("an unquoted text must not begin with '\(text(of: here))'", at: here, help: "quote the text")
    case "did not find expected <document start>":
      return .notYAML("nothing may follow the end of the document", at: here)
    case "found undefined tag handle": return .tag(at: here)
    case "found unknown escape character":
      let escape = Span(id, failure.offset..<min(failure.offset + 2, source.bytes.count))
      return .notYAML(
        "a backslash in double quotes must begin an escape such as \\n or \\\\", at: escape,
        help: "write '\\\\' for a backslash, or use single quotes")
    default: break
    }
    if isClosing(byte(failure.offset)) { return .strayBracket(text(of: here), at: here) }
    return .notYAML("this is not YAML: \(problem)", at: here)
  }
}

// MARK: Kinds of mistakes

extension SyntaxErrorClassifier {
  /// A tab in the indentation of the line.
  private var tab: Span? {
    var offset = line(at: failure.offset).lowerBound
    while byte(offset) == UInt8(ascii: " ") { offset += 1 }
    let start = offset
    while byte(offset) == UInt8(ascii: "\t") { offset += 1 }
    let isAbout = failure.problem.contains("tab") || offset >= failure.offset
    return offset > start && (isAbout || failure.context.isEmpty) ? Span(id, start..<offset) : nil
  }

  /// Between the brackets of `[...]` or `{...}`.
  private var inFlow: Diagnostic {
    if let whole = CutExpression.span(around: failure.offset, in: source, id: id) {
      return .cutExpression(source.text(in: whole.lower..<whole.upper), at: whole)
    }
    let found = byte(failure.offset)
    if found == UInt8(ascii: "{"), failure.offset > 0, byte(failure.offset - 1) == UInt8(ascii: "$") {
      return .bracedName(at: Span(id, failure.offset - 1..<failure.offset + 1))
    }
    let open = character(at: failure.contextOffset)
    if isClosing(found) {
      return .mismatchedBracket(open: text(of: open), openedAt: open, found: text(of: here), at: here)
    }
    let isEnd = failure.offset >= source.bytes.count
    let isOutside = indentation(of: failure.offset) <= indentation(of: failure.contextOffset)
    let isSameLine = line(at: failure.offset) == line(at: failure.contextOffset)
    if isEnd || isOutside && !isSameLine { return .unclosedBracket(text(of: open), at: open) }
    return .missingComma(at: here, in: open)
  }

  /// A line that should have been `key: value`.
  private var withoutColon: Diagnostic {
    if let key = keyWithoutSpace(in: line(at: failure.contextOffset)) { return .missingSpace(after: key) }
    let content = contentOfLine(at: failure.contextOffset)
    return .notYAML("a line of a map must be a key with ':' and a value", at: content)
  }

  /// A colon after a text that cannot be a key.
  private var unexpectedColon: Diagnostic {
    let own = line(at: failure.offset)
    let start = own.lowerBound + indentation(of: failure.offset)
    if hasColon(in: start..<failure.offset) {
      return .notYAML(
        "a line must have one key: ':' begins a second value here", at: here,
        help: "quote the value if ':' belongs to it")
    }
    guard own.lowerBound > 0 else { return .notYAML("':' must not stand here", at: here) }
    let before = previousLine(before: own.lowerBound)
    if let key = keyWithoutSpace(in: before) { return .missingSpace(after: key) }
    let key = Span(id, start..<failure.offset)
    return .badIndentation("a line must not be indented deeper than a line that already has its value", at: key)
  }

  /// A line whose indentation fits no open collection, or something behind a value.
  private var misplacedLine: Diagnostic {
    let start = line(at: failure.offset).lowerBound + indentation(of: failure.offset)
    guard start < failure.offset else {
      if byte(failure.offset) == UInt8(ascii: "-") {
        return .badIndentation("an item of a list must be indented like the items before it", at: here)
      }
      return .badIndentation(
        "a line must be indented like the lines it belongs to", at: contentOfLine(at: failure.offset))
    }
    if let scalar = lastScalar, isQuote(byte(scalar.lowerBound)), scalar.upperBound <= failure.offset,
      line(at: scalar.lowerBound) != line(at: failure.offset)
    {
      return .unclosedQuote(at: character(at: scalar.lowerBound))
    }
    if isClosing(byte(failure.offset)) { return .strayBracket(text(of: here), at: here) }
    return .notYAML("nothing may follow a value on its line", at: here)
  }
}

// MARK: Looking around

extension SyntaxErrorClassifier {
  private var here: Span { character(at: failure.offset) }

  private func byte(_ offset: Int) -> UInt8 {
    source.bytes.indices.contains(offset) ? source.bytes[offset] : 0
  }

  private func text(of span: Span) -> String { source.text(in: span.lower..<span.upper) }

  /// The one character at an offset; empty at the end of the text.
  private func character(at offset: Int) -> Span {
    var end = min(offset + 1, source.bytes.count)
    while end < source.bytes.count, byte(end) & 0xC0 == 0x80 { end += 1 }
    return Span(id, min(offset, end)..<end)
  }

  private func line(at offset: Int) -> Range<Int> { source.byteRange(ofLine: source.position(at: offset).line) }

  private func indentation(of offset: Int) -> Int {
    let line = line(at: offset)
    return source.bytes[line].prefix { $0 == UInt8(ascii: " ") }.count
  }

  private func contentOfLine(at offset: Int) -> Span {
    let line = line(at: offset)
    let start = line.lowerBound + indentation(of: offset)
    return Span(id, start..<max(start, line.upperBound))
  }

  /// The last line above an offset that is not blank.
  private func previousLine(before offset: Int) -> Range<Int> {
    var number = source.position(at: offset).line - 1
    while number > 1, source.bytes[source.byteRange(ofLine: number)].allSatisfy({ $0 <= UInt8(ascii: " ") }) {
      number -= 1
    }
    return source.byteRange(ofLine: max(number, 1))
  }

  /// Whether `: ` stands in a range.
  private func hasColon(in range: Range<Int>) -> Bool {
    range.contains { byte($0) == UInt8(ascii: ":") && byte($0 + 1) == UInt8(ascii: " ") }
  }

  /// The key of a line such as `key:value` or `- key:value`.
  private func keyWithoutSpace(in line: Range<Int>) -> Located<String>? {
    var start = line.lowerBound
    while start < line.upperBound, byte(start) == UInt8(ascii: " ") || byte(start) == UInt8(ascii: "-") { start += 1 }
    var end = start
    while end < line.upperBound, Identifier.isPart(byte(end)) { end += 1 }
    guard end > start, byte(end) == UInt8(ascii: ":"), end + 1 < line.upperBound, byte(end + 1) > UInt8(ascii: " ")
    else {
      return nil
    }
    return Located(source.text(in: start..<end), at: Span(id, start..<end))
  }

  private func isClosing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") }

  private func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
