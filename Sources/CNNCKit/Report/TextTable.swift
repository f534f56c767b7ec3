package import Diagnostics

/// A table for people that fits the terminal.
///
/// Columns are as wide as their cells. Where they do not fit, the columns that may shrink are cut, marked by `..`;
/// the full text is in the other formats.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    package var title: String
    package var isNumber = false
    /// Whether its cells may be cut, to no less than the title.
    package var canShrink = false

    package init(_ title: String, isNumber: Bool = false, canShrink: Bool = false) {
      self.title = title
      self.isNumber = isNumber
      self.canShrink = canShrink
    }
  }

  private var columns: [Column]
  private var rows: [(cells: [String], role: TextRole)] = []
  private static let gap = 2

  package init(_ columns: [Column]) { self.columns = columns }

  package mutating func append(_ cells: [String], role: TextRole = .plain) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append((cells.map(TerminalText.visible), role))
  }

  package func render(style: TextStyle = .plain) -> String {
    let widths = fittedWidths(style.width)
    var text = style.paint(line(columns.map(\.title), widths), as: .emphasis) + "\n"
    for row in rows { text += style.paint(line(row.cells, widths), as: row.role) + "\n" }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += String(repeating: " ", count: Self.gap) }
      let isLast = index == cells.count - 1
      let shown = Self.cut(cell, to: widths[index])
      text +=
        isLast && !columns[index].isNumber
        ? shown : TerminalText.padded(shown, to: widths[index], alignedRight: columns[index].isNumber)
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  private func fittedWidths(_ available: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      (rows.map(\.cells[index]) + [columns[index].title]).map(TerminalText.width(of:)).max() ?? 0
    }
    guard let available else { return widths }
    var excess = widths.reduce(Self.gap * (columns.count - 1), +) - available
    while excess > 0 {
      let shrinkable = columns.indices.filter {
        columns[$0].canShrink && widths[$0] > max(6, columns[$0].title.utf8.count)
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The end of a cell is what tells paths apart, so its beginning is cut.
  private static func cut(_ cell: String, to width: Int) -> String {
    guard TerminalText.width(of: cell) > width else { return cell }
    var kept: [Character] = []
    var columns = 2
    for character in cell.reversed() {
      columns += TerminalText.width(of: String(character))
      if columns > width { break }
      kept.append(character)
    }
    return ".." + String(kept.reversed())
  }
}
