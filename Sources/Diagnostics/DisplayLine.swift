/// One line of a source as a terminal shows it: tabs expanded, unsafe characters replaced, columns counted.
struct DisplayLine {
  private struct Cell {
    var text: String
    var column: Int
    var width: Int
    /// The offset of the character's first byte.
    var offset: Int
  }

  private var cells: [Cell] = []
  /// The columns of what was read of the line.
  private(set) var width = 0
  private var end: Int
  /// Whether the line goes on before or after what was read of it.
  private var isCutBefore: Bool
  private var isCutAfter: Bool

  /// How many bytes are read before the first and after the last place of interest.
  private static let context = 2048

  /// Reads a line around a byte range of interest.
  init(_ line: Int, of source: SourceText, around interest: Range<Int>) {
    let whole = source.byteRange(ofLine: line)
    let near = max(whole.lowerBound, interest.lowerBound - Self.context)
    let far = min(whole.upperBound, min(interest.upperBound, interest.lowerBound + 2 * Self.context) + Self.context)
    let range = min(near, whole.upperBound)..<max(far, min(near, whole.upperBound))
    isCutBefore = range.lowerBound > whole.lowerBound
    isCutAfter = range.upperBound < whole.upperBound
    end = range.upperBound
    decode(source.bytes[range])
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>) {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        append(Unicode.UTF8.decode(encoded), at: offset)
        offset += encoded.count
      case .error(let length):
        append("\u{FFFD}", at: offset)
        offset += length
      case .emptyInput: return
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, at offset: Int) {
    let shown: (text: String, width: Int)
    if scalar == "\t" {
      let count = TerminalText.tabWidth - width % TerminalText.tabWidth
      shown = (String(repeating: " ", count: count), count)
    } else {
      let visible = TerminalText.visible(scalar)
      shown = (String(visible), TerminalText.width(of: visible))
    }
    cells.append(Cell(text: shown.text, column: width, width: shown.width, offset: offset))
    width += shown.width
  }

  /// The column, from 0, at which the character of a byte offset begins; the end of the line for offsets past it.
  func column(at offset: Int) -> Int {
    if offset >= end { return width }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : cells[low - 1].column
  }

  /// The line without trailing spaces, cut to a range of columns; cut ends are marked by `...`.
  func text(in window: Range<Int>) -> String {
    let cutsBefore = window.lowerBound > 0 || isCutBefore
    let cutsAfter = window.upperBound < width || isCutAfter
    let lower = window.lowerBound + (cutsBefore ? Self.ellipsis.count : 0)
    let upper = window.upperBound - (window.upperBound < width ? Self.ellipsis.count : 0)
    var text = cutsBefore ? Self.ellipsis : ""
    var column = lower
    for cell in cells where cell.column >= lower && cell.column + cell.width <= upper {
      text += String(repeating: " ", count: cell.column - column) + cell.text
      column = cell.column + cell.width
    }
    if cutsAfter { return text + Self.ellipsis }
    while text.last == " " { text.removeLast() }
    return text
  }

  static let ellipsis = "..."

  /// The columns to show when only so many fit: those around the columns of interest.
  func window(columns available: Int, around interest: Range<Int>) -> Range<Int> {
    guard width > available || isCutBefore else { return 0..<width }
    let slack = max(0, available - interest.count)
    let start = max(0, min(interest.lowerBound - slack / 2, width - available))
    return start..<min(width, start + available)
  }
}
