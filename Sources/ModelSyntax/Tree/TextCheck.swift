import Diagnostics

/// Finds bytes that no text file has: broken UTF-8 and control characters.
struct TextCheck {
  /// A span of bytes that is not text.
  enum Problem {
    case invalidUTF8(Range<Int>)
    case controlCharacter(Range<Int>, UInt32)
  }

  /// Whether every byte is ASCII, so that code points and bytes count alike.
  private(set) var isASCII = true
  /// The first problem.
  private(set) var problem: Problem?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < bytes.count, problem == nil {
      if offset + 8 <= bytes.count, Self.isPlain(bytes, at: offset) {
        offset += 8
      } else {
        offset = check(bytes, at: offset)
      }
    }
  }

  /// Whether 8 bytes are printable ASCII, by the high bits that subtracting and adding to all of them leaves.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
      fromByteOffset: offset, as: UInt64.self)
    let spaces: UInt64 = 0x2020_2020_2020_2020
    let ones: UInt64 = 0x0101_0101_0101_0101
    return (word | (word &- spaces) | (word &+ ones)) & (ones << 7) == 0
  }

  /// Checks one character and returns the offset of the next.
  private mutating func check(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 {
      let isText = first >= 0x20 && first != 0x7F || first == 0x09 || first == 0x0A || first == 0x0D
      if !isText { problem = .controlCharacter(offset..<offset + 1, UInt32(first)) }
      return offset + 1
    }
    isASCII = false
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let available = min(offset + length, bytes.count)
    var end = offset + 1
    while end < available, bytes[end] & 0xC0 == 0x80 { end += 1 }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<end] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    let smallest: [UInt32] = [0x80, 0x800, 0x10000]
    guard first >= 0xC2, first <= 0xF4, end - offset == length, scalar >= smallest[length - 2],
      Unicode.Scalar(scalar) != nil
    else {
      problem = .invalidUTF8(offset..<end)
      return end
    }
    let isText = scalar >= 0xA0 && scalar != 0xFFFE && scalar != 0xFFFF && scalar != 0xFEFF || scalar == 0x85
    if !isText { problem = .controlCharacter(offset..<end, scalar) }
    return end
  }
}

extension DiagnosticCode {
  static let invalidCharacter = DiagnosticCode(
    "E0101", "invalid-character",
    explanation: """
      A model file is text in UTF-8. Bytes that are not UTF-8 and control characters other than tabs and line breaks
      mean that it is something else, or was saved in another encoding.
      """,
    bad: """
      cnnc: 1
      model: example
      doc: "bell \u{7}"
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      doc: "bell"
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func invalidText(_ problem: TextCheck.Problem, source: SourceID) -> Diagnostic {
    switch problem {
    case .invalidUTF8(let range):
      return Diagnostic(
        .invalidCharacter, "a model file must be UTF-8 text", at: Label(Span(source, range), "not UTF-8"),
        help: ["save the file in the encoding UTF-8"])
    case .controlCharacter(let range, let scalar):
      let hex = String(scalar, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
      return Diagnostic(
        .invalidCharacter, "a model file must not have control characters: U+\(code)", at: Label(Span(source, range)))
    }
  }
}
