extension JSON {
  /// Reads one JSON text strictly by RFC 8259.
  ///
  /// Refuses what the standard leaves to the reader: keys that occur twice (canonically equivalent ones included),
  /// numbers that do not fit, unpaired surrogates, and nesting beyond `maximumDepth`. `-0` is a `double`.
  package init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, maximumDepth: maximumDepth)
    self = try parser.document()
  }

  package init(parsing text: String, maximumDepth: Int = 64) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
  }
}

/// A recursive descent over the bytes of one text.
private struct JSONParser {
  let bytes: [UInt8]
  let maximumDepth: Int
  var position = 0

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func document() throws(JSONError) -> JSON {
    let result = try value(depth: 0)
    skipSpace()
    if position < bytes.count { throw problem(.trailingText) }
    return result
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try number()
    default: throw problem(.expected("a value"))
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    try enter(depth)
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    if skips(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      let start = position
      guard current == UInt8(ascii: "\"") else { throw problem(.expected("a key in quotes")) }
      let key = try string()
      guard keys.insert(key).inserted else { throw JSONError(problem: .duplicateKey(key), offset: start) }
      guard skips(UInt8(ascii: ":")) else { throw problem(.expected("':'")) }
      members.append(JSON.Member(key, try value(depth: depth + 1)))
    } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "}")) else { throw problem(.expected("',' or '}'")) }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    try enter(depth)
    var elements: [JSON] = []
    if skips(UInt8(ascii: "]")) { return .array([]) }
    repeat { elements.append(try value(depth: depth + 1)) } while skips(UInt8(ascii: ","))
    guard skips(UInt8(ascii: "]")) else { throw problem(.expected("',' or ']'")) }
    return .array(elements)
  }

  private mutating func enter(_ depth: Int) throws(JSONError) {
    if depth >= maximumDepth { throw problem(.nestedTooDeeply(limit: maximumDepth)) }
    position += 1
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSONError) -> JSON {
    guard bytes[position...].starts(with: text.utf8) else { throw problem(.expected("a value")) }
    position += text.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSON {
    let start = position
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let first = current
    let wholeDigits = skipDigits()
    var isInteger = true
    var isValid = wholeDigits == 1 || (wholeDigits > 1 && first != UInt8(ascii: "0"))
    if current == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      isValid = skipDigits() > 0 && isValid
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      isValid = skipDigits() > 0 && isValid
    }
    guard isValid else { throw JSONError(problem: .invalidNumber, offset: start) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isInteger, !(isNegative && wholeDigits == 1 && first == UInt8(ascii: "0")) {
      guard let value = Int(text) else { throw JSONError(problem: .numberOutOfRange, offset: start) }
      return .int(value)
    }
    guard let value = Double(text), value.isFinite else {
      throw JSONError(problem: .numberOutOfRange, offset: start)
    }
    return .double(value)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, isDigit(byte) { position += 1 }
    return position - start
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private mutating func string() throws(JSONError) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONError(problem: .invalidUTF8, offset: start)
        }
        return string
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0..<0x20: throw problem(.controlCharacter)
      default:
        text.append(byte)
        position += 1
      }
    }
    throw JSONError(problem: .unterminatedString, offset: start)
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    let start = position
    position += 1
    guard let letter = current else { throw problem(.expected("an escape")) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape(start)
    default: throw JSONError(problem: .invalidEscape, offset: start)
    }
  }

  /// The scalar of `\uXXXX`, or of a pair of surrogates, as UTF-8.
  private mutating func unicodeEscape(_ start: Int) throws(JSONError) -> [UInt8] {
    var code = try hexadecimal(start)
    if code >= 0xD800, code < 0xDC00, bytes[position...].starts(with: "\\u".utf8) {
      position += 2
      let low = try hexadecimal(start)
      guard low >= 0xDC00, low < 0xE000 else { throw JSONError(problem: .unpairedSurrogate, offset: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw JSONError(problem: .unpairedSurrogate, offset: start) }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONError) -> UInt32 {
    guard bytes.count - position >= 4 else { throw JSONError(problem: .invalidEscape, offset: start) }
    var code: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONError(problem: .invalidEscape, offset: start)
      }
      code = code << 4 | UInt32(digit)
    }
    position += 4
    return code
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
  }

  /// Skips white space and then one byte if it is this one.
  private mutating func skips(_ byte: UInt8) -> Bool {
    skipSpace()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private func problem(_ problem: JSONError.Problem) -> JSONError { JSONError(problem: problem, offset: position) }
}
