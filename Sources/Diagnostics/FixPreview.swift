/// What the edits of a fix make of the lines they touch.
struct FixPreview {
  fileprivate struct Line {
    var number: Int
    var source: SourceText
    /// The new text, one element a line.
    var text: [UInt8]
    /// The byte ranges of the new text that were written.
    var written: [Range<Int>]
  }

  /// A fix that rewrites more lines than this is named by its title alone.
  private static let lineLimit = 6

  private var lines: [Line] = []

  init(_ fix: Fix, in sources: SourceMap) {
    var byLine: [Place: [Edit]] = [:]
    for edit in fix.edits {
      let source = sources[edit.span.source]
      let line = source.position(at: edit.span.lower).line
      let isWithinLine = edit.span.upper <= source.byteRange(ofLine: line).upperBound
      guard isWithinLine else { return }
      byLine[Place(source: edit.span.source.index, line: line), default: []].append(edit)
    }
    guard byLine.count <= Self.lineLimit else { return }
    for (place, edits) in byLine.sorted(by: { ($0.key.source, $0.key.line) < ($1.key.source, $1.key.line) }) {
      lines += Self.apply(edits, to: place.line, of: sources[SourceID(index: place.source)]).brokenIntoLines
    }
    if lines.count > Self.lineLimit { lines = [] }
  }

  private struct Place: Hashable {
    var source: Int
    var line: Int
  }

  private static func apply(_ edits: [Edit], to number: Int, of source: SourceText) -> Line {
    let range = source.byteRange(ofLine: number)
    var text: [UInt8] = []
    var written: [Range<Int>] = []
    var offset = range.lowerBound
    for edit in edits.sorted(by: { $0.span < $1.span }) where edit.span.lower >= offset {
      text += source.bytes[offset..<edit.span.lower]
      let start = text.count
      text += edit.text.utf8
      written.append(start..<text.count)
      offset = edit.span.upper
    }
    text += source.bytes[offset..<max(offset, range.upperBound)]
    return Line(number: number, source: source, text: text, written: written)
  }

  var lastLine: Int { lines.map(\.number).max() ?? 1 }

  /// The edited lines with `~` under what is new.
  func rows(gutter: Gutter, style: TextStyle) -> [String] {
    var rows: [String] = []
    for line in lines {
      let edited = SourceText(path: line.source.path, bytes: line.text)
      let cover = (line.written.first?.lowerBound ?? 0)..<(line.written.last?.upperBound ?? 0)
      let display = DisplayLine(1, of: edited, around: cover)
      let marked = line.written.map { display.column(at: $0.lowerBound)..<display.column(at: $0.upperBound) }
      let interest = (marked.first?.lowerBound ?? 0)..<(marked.last?.upperBound ?? 0)
      let window = display.window(columns: gutter.columnsForText(style), around: interest)
      rows.append(gutter.line(line.number, display.text(in: window), style, mark: "~"))
      var marks = ""
      for columns in marked where columns.lowerBound >= window.lowerBound {
        let start = columns.lowerBound - window.lowerBound
        marks += String(repeating: " ", count: max(0, start - marks.count))
        marks += String(repeating: "~", count: columns.count)
      }
      if !marks.allSatisfy({ $0 == " " }) { rows.append(gutter.blank(style.paint(marks, as: .help), style)) }
    }
    return rows
  }
}

extension FixPreview.Line {
  /// The new lines of a text that has line breaks: those in which more was written than a dash.
  fileprivate var brokenIntoLines: [FixPreview.Line] {
    guard text.contains(UInt8(ascii: "\n")) else { return [self] }
    var lines: [FixPreview.Line] = []
    var start = 0
    for (index, row) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let range = start..<start + row.count
      start = range.upperBound + 1
      let written = written.map { $0.clamped(to: range) }.filter { part in
        text[part].contains { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
      }
      if written.isEmpty { continue }
      lines.append(
        FixPreview.Line(
          number: number + index, source: source, text: Array(row),
          written: written.map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }))
    }
    return lines
  }
}
