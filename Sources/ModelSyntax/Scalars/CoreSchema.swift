import Diagnostics

/// Types of plain scalars by the core schema of YAML 1.2.2, section 10.3.2; quoted scalars are strings.
enum CoreSchema {
  static func isNull(_ scalar: SyntaxNode.Scalar) -> Bool {
    guard scalar.style == .plain, scalar.text.utf8.count <= 4 else { return false }
    switch scalar.text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The value of a plain scalar without `$`; numbers that do not fit are thrown.
  static func content(of text: String, at span: Span) throws(CoreSchemaError) -> WrittenValue.Content {
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return try number(text, at: span) ?? .string(text)
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "f"), UInt8(ascii: "F"):
      return word(text)
    default:
      return .string(text)
    }
  }

  private static func word(_ text: String) -> WrittenValue.Content {
    switch text {
    case "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: .string(text)
    }
  }

  private static func number(_ text: String, at span: Span) throws(CoreSchemaError) -> WrittenValue.Content? {
    switch shape(of: text) {
    case .decimal: return .int(try integer(text, digits: text, radix: 10, at: span))
    case .radix(let radix): return .int(try integer(text, digits: String(text.dropFirst(2)), radix: radix, at: span))
    case .float:
      guard let value = Double(text), value.isFinite else {
        throw CoreSchemaError(diagnostic: .numberOutOfRange(text, at: span))
      }
      return .float(value)
    case .infinity: return .float(text.utf8.first == UInt8(ascii: "-") ? -.infinity : .infinity)
    case .notANumber: return .float(.nan)
    case .none: return nil
    }
  }

  private static func integer(
    _ text: String, digits: String, radix: Int, at span: Span
  ) throws(CoreSchemaError) -> Int {
    guard let value = Int(digits, radix: radix) else {
      throw CoreSchemaError(diagnostic: .numberOutOfRange(text, at: span))
    }
    return value
  }

  private enum NumberShape {
    case decimal, float, infinity, notANumber
    case radix(Int)
  }

  private static func shape(of text: String) -> NumberShape? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      let signed = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+")
      if signed { rest = rest.dropFirst() }
      if !signed, let radix = radixShape(rest) { return radix }
      if rest.first == UInt8(ascii: "."), let special = specialShape(rest.dropFirst(), signed: signed) {
        return special
      }
      return decimalShape(rest)
    }
  }

  private static func decimalShape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> NumberShape? {
    let whole = bytes.prefix(while: Identifier.isDigit)
    var rest = bytes[whole.endIndex...]
    if rest.isEmpty { return whole.isEmpty ? nil : .decimal }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: Identifier.isDigit)
      if whole.isEmpty && fraction.isEmpty { return nil }
      rest = bytes[fraction.endIndex...]
    } else if whole.isEmpty {
      return nil
    }
    guard let mark = rest.first else { return .float }
    guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(Identifier.isDigit) ? .float : nil
  }

  private static func radixShape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> NumberShape? {
    guard bytes.count > 2, bytes.first == UInt8(ascii: "0") else { return nil }
    let digits = bytes.dropFirst(2)
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "x"):
      return digits.allSatisfy { Identifier.isDigit($0) || (0x61...0x66).contains($0 | 0x20) } ? .radix(16) : nil
    case UInt8(ascii: "o"):
      return digits.allSatisfy { (0x30...0x37).contains($0) } ? .radix(8) : nil
    default:
      return nil
    }
  }

  private static func specialShape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, signed: Bool) -> NumberShape? {
    guard bytes.count == 3 else { return nil }
    switch String(decoding: bytes, as: UTF8.self) {
    case "inf", "Inf", "INF": return .infinity
    case "nan", "NaN", "NAN": return signed ? nil : .notANumber
    default: return nil
    }
  }
}

/// A plain scalar that looks like a number and has no value.
struct CoreSchemaError: Error {
  var diagnostic: Diagnostic
}

extension DiagnosticCode {
  static let numberOutOfRange = DiagnosticCode(
    "E0115", "number-out-of-range",
    explanation: """
      Integers are 64-bit and fractions are double precision; a number that does not fit has no value. A text that
      only looks like a number is quoted.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {seed: 99999999999999999999}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      params: {seed: 9999999999}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func numberOutOfRange(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .numberOutOfRange, "a number must fit 64 bits: \(text.inMessage)", at: Label(span),
      help: ["quote it if it is meant as text"])
  }
}
