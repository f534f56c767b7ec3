/// Makes any text safe to print on a terminal and counts its columns.
///
/// Control characters become their pictures, and characters that are invisible or change the direction of writing
/// become the replacement character, so that what is read is what is in the file.
package enum TerminalText {
  /// The columns between two tab stops.
  static let tabWidth = 4

  /// A text with every character neutralised; line breaks stay.
  package static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\n" ? scalar : visible(scalar))
    }
    return result
  }

  /// The columns that a text takes after `visible`.
  package static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: visible($1)) }
  }

  /// A text filled with spaces up to a number of columns.
  package static func padded(_ text: String, to columns: Int, alignedRight: Bool = false) -> String {
    let filling = String(repeating: " ", count: max(0, columns - width(of: text)))
    return alignedRight ? filling + text : text + filling
  }

  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7F: return scalar
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? replacement
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return replacement
    default: break
    }
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return replacement
    default: return scalar
    }
  }

  /// The columns of a visible character: none for a combining mark, two for East Asian wide characters and emoji.
  static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// The blocks of Unicode's East Asian Width annex (UAX 11) that are wide throughout, and emoji.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x17000...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation
    }
  }
}
