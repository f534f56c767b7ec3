extension JSON {
  /// The text of this value.
  ///
  /// Compact text has no white space at all. Pretty text is indented by two spaces, keeps a list of plain values on
  /// one line, and has no line break at its end.
  package func serialized(pretty: Bool = false) -> String {
    var writer = JSONWriter(isPretty: pretty)
    writer.write(self, indentation: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}

/// Appends the text of JSON values to a byte array.
private struct JSONWriter {
  let isPretty: Bool
  var bytes: [UInt8] = []

  mutating func write(_ value: JSON, indentation: Int) {
    switch value {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .int(let number): put(number.description)
    case .double(let number): put(number.isFinite ? number.description : "null")
    case .string(let text): write(text)
    case .array(let elements): write(elements, indentation: indentation)
    case .object(let members): write(members, indentation: indentation)
    }
  }

  private mutating func write(_ elements: [JSON], indentation: Int) {
    let isOneLine = !isPretty || elements.allSatisfy(\.isScalar)
    put("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { put(isPretty && isOneLine ? ", " : ",") }
      if !isOneLine { breakLine(indentation + 1) }
      write(element, indentation: indentation + 1)
    }
    if !isOneLine { breakLine(indentation) }
    put("]")
  }

  private mutating func write(_ members: [JSON.Member], indentation: Int) {
    put("{")
    for (index, member) in members.enumerated() {
      if index > 0 { put(",") }
      if isPretty { breakLine(indentation + 1) }
      write(member.key)
      put(isPretty ? ": " : ":")
      write(member.value, indentation: indentation + 1)
    }
    if isPretty, !members.isEmpty { breakLine(indentation) }
    put("}")
  }

  private mutating func write(_ text: String) {
    put("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x08: put("\\b")
      case 0x09: put("\\t")
      case 0x0A: put("\\n")
      case 0x0C: put("\\f")
      case 0x0D: put("\\r")
      case 0..<0x20: put((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    put("\"")
  }

  private mutating func breakLine(_ indentation: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
