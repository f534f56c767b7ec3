import LanguageServer
import Testing

/// Byte offsets against the positions of clients.
@Suite struct PositionTableTests {
  /// Letters of one to four bytes, and lines that end in every way.
  static let text = "aä€😀z\nb\r\n\r😀"

  /// Offset, line, and the character in UTF-16 and in UTF-8.
  static let places: [(offset: Int, line: Int, utf16: Int, utf8: Int)] = [
    (0, 0, 0, 0), (1, 0, 1, 1), (3, 0, 2, 3), (6, 0, 3, 6), (10, 0, 5, 10), (11, 0, 6, 11),
    (12, 1, 0, 0), (13, 1, 1, 1), (15, 2, 0, 0), (16, 3, 0, 0), (20, 3, 2, 4),
  ]

  @Test("each place is the same both ways", arguments: places)
  func roundTrip(_ offset: Int, _ line: Int, _ utf16: Int, _ utf8: Int) {
    for (encoding, character) in [(PositionEncoding.utf16, utf16), (.utf8, utf8)] {
      let table = PositionTable(Array(Self.text.utf8), encoding: encoding)
      let position = TextPosition(line: line, character: character)
      #expect(table.position(at: offset) == position)
      #expect(table.offset(of: position) == offset)
    }
  }

  @Test("what is outside of the text or inside a character is the nearest place")
  func clamping() {
    let table = PositionTable(Array(Self.text.utf8), encoding: .utf16)
    #expect(table.offset(of: TextPosition(line: 0, character: 99)) == 11)
    #expect(table.offset(of: TextPosition(line: 1, character: 99)) == 13)
    #expect(table.offset(of: TextPosition(line: 99, character: 0)) == 20)
    #expect(table.offset(of: TextPosition(line: -1, character: 5)) == 0)
    #expect(table.offset(of: TextPosition(line: 0, character: -5)) == 0)
    #expect(table.offset(of: TextPosition(line: .max, character: .min)) == 20)
    #expect(table.offset(of: TextPosition(line: 0, character: .min)) == 0)
    #expect(table.offset(of: TextPosition(line: 0, character: .max)) == 11)
    // The second half of a surrogate pair.
    #expect(table.offset(of: TextPosition(line: 0, character: 4)) == 6)
    #expect(table.position(at: 8) == TextPosition(line: 0, character: 3))
    #expect(table.position(at: 99) == TextPosition(line: 3, character: 2))
    let bytes = PositionTable(Array(Self.text.utf8), encoding: .utf8)
    #expect(bytes.offset(of: TextPosition(line: 0, character: 8)) == 6)
  }

  @Test("in a text of single bytes every place is known at once", arguments: [PositionEncoding.utf8, .utf16])
  func ascii(_ encoding: PositionEncoding) {
    let table = PositionTable(Array("ab\r\nc\n".utf8), encoding: encoding)
    let places = [(0, 0, 0), (2, 0, 2), (3, 0, 3), (4, 1, 0), (5, 1, 1), (6, 2, 0)]
    for (offset, line, character) in places {
      #expect(table.position(at: offset) == TextPosition(line: line, character: character))
    }
    #expect(table.offset(of: TextPosition(line: 0, character: 3)) == 2)
    #expect(table.offset(of: TextPosition(line: 1, character: .max)) == 5)
    #expect(table.offset(of: TextPosition(line: 1, character: .min)) == 4)
  }

  @Test("an empty text has one line")
  func empty() {
    let table = PositionTable([], encoding: .utf16)
    #expect(table.position(at: 0) == TextPosition(line: 0, character: 0))
    #expect(table.offset(of: TextPosition(line: 3, character: 3)) == 0)
  }
}
