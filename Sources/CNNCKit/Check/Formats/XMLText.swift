/// Text in an XML 1.0 document.
enum XMLText {
  /// The text as content or in an attribute's double quotes. Characters that XML 1.0 cannot hold, written out or
  /// escaped, become the replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Attributes turn these into spaces, and parsers turn a carriage return into a line break, unless they are escaped.
      case "\t", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// The text in an attribute's double quotes, where line breaks are escaped too.
  static func attribute(_ text: String) -> String { escaped(text).replacing("\n", with: "&#10;") }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
