import Diagnostics

/// Cuts the text of an expression into tokens.
struct ExpressionLexer {
  private let text: ScalarText
  private let end: Int
  private var position: Int

  /// Reads `range` of the text, which is what stands between `$(` and `)`.
  static func tokens(of text: ScalarText, in range: Range<Int>) throws(ExpressionError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(text: text, end: range.upperBound, position: range.lowerBound)
    var tokens: [ExpressionToken] = []
    while true {
      tokens.append(try lexer.next())
      if tokens[tokens.count - 1].kind == .end { return tokens }
    }
  }

  private func byte(at offset: Int) -> UInt8 { offset < end ? text.bytes[offset] : 0 }

  private mutating func next() throws(ExpressionError) -> ExpressionToken {
    while position < end, Self.isSpace(text.bytes[position]) { position += 1 }
    guard position < end else { return ExpressionToken(kind: .end, range: end..<end) }
    let first = text.bytes[position]
    if Identifier.isStart(first) { return word() }
    if Identifier.isDigit(first) || first == UInt8(ascii: ".") && Identifier.isDigit(byte(at: position + 1)) {
      return try number()
    }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") { return try string(quote: first) }
    return try symbol()
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func word() -> ExpressionToken {
    let start = position
    while Identifier.isPart(byte(at: position)) { position += 1 }
    let word = text.text(start..<position)
    let kind: ExpressionToken.Kind =
      if let constant = ExpressionToken.constant(word) {
        .bool(constant)
      } else if let keyword = ExpressionToken.Keyword(rawValue: word) {
        .keyword(keyword)
      } else {
        .name(word)
      }
    return ExpressionToken(kind: kind, range: start..<position)
  }

  private mutating func digits() {
    while Identifier.isDigit(byte(at: position)) { position += 1 }
  }

  private mutating func number() throws(ExpressionError) -> ExpressionToken {
    let start = position
    digits()
    var isFloat = false
    if byte(at: position) == UInt8(ascii: ".") {
      isFloat = true
      position += 1
      digits()
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: position + 1)
      let skipped = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1
      if Identifier.isDigit(byte(at: position + skipped)) {
        isFloat = true
        position += skipped
        digits()
      }
    }
    let range = start..<position
    if Identifier.isStart(byte(at: position)) || byte(at: position) == UInt8(ascii: ".") {
      throw ExpressionError(.malformedNumber(at: text.span(start..<position + 1)))
    }
    return ExpressionToken(kind: try value(of: range, isFloat: isFloat), range: range)
  }

  private func value(of range: Range<Int>, isFloat: Bool) throws(ExpressionError) -> ExpressionToken.Kind {
    let digits = text.text(range)
    if isFloat {
      guard let value = Double(digits), value.isFinite else {
        throw ExpressionError(.numberOverflow(digits, at: text.span(range)))
      }
      return .float(value)
    }
    if digits.utf8.count > 1, digits.utf8.first == UInt8(ascii: "0"),
      digits.utf8.contains(where: { $0 != UInt8(ascii: "0") })
    {
      throw ExpressionError(.malformedNumber(at: text.span(range)))
    }
    guard let value = Int(digits) else { throw ExpressionError(.numberOverflow(digits, at: text.span(range))) }
    return .int(value)
  }

  private mutating func string(quote: UInt8) throws(ExpressionError) -> ExpressionToken {
    let start = position
    var bytes: [UInt8] = []
    position += 1
    while position < end {
      let byte = text.bytes[position]
      position += 1
      if byte == quote {
        return ExpressionToken(kind: .string(String(decoding: bytes, as: UTF8.self)), range: start..<position)
      }
      if byte == UInt8(ascii: "\\") {
        bytes.append(try escape())
      } else {
        bytes.append(byte)
      }
    }
    throw ExpressionError(.unclosedString(at: text.span(start..<end)))
  }

  private mutating func escape() throws(ExpressionError) -> UInt8 {
    let letter = byte(at: position)
    position += 1
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): return letter
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    default: throw ExpressionError(.unknownEscape(at: text.span(position - 2..<min(position, end))))
    }
  }

  private mutating func symbol() throws(ExpressionError) -> ExpressionToken {
    if let symbol = ExpressionToken.Symbol(text.bytes[position], byte(at: position + 1)) {
      let range = position..<position + symbol.rawValue.utf8.count
      position = range.upperBound
      return ExpressionToken(kind: .symbol(symbol), range: range)
    }
    var upper = position + 1
    while upper < end, text.bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    let pair = text.text(position..<min(position + 2, end))
    if pair == "&&" || pair == "||" { upper = position + 2 }
    throw ExpressionError(.unexpectedCharacter(text.text(position..<upper), at: text.span(position..<upper)))
  }
}
