/// A label's place on one displayed line.
struct LineLabel {
  /// Columns from 0; never empty.
  var columns: Range<Int>
  var message: String
  var isPrimary: Bool
}

/// The rows under a source line: underlines, and each label's message beside or below its own.
///
/// The message of the last underline stands beside it; the others hang below theirs, one a row, from right to left,
/// so that no line crosses a text.
struct LabelLayout {
  /// One row: marks at their columns, then perhaps a message.
  struct Row {
    var marks: [(mark: Character, isPrimary: Bool)?] = []
    var message = ""
    var isPrimaryMessage = false

    mutating func put(_ mark: Character, at column: Int, isPrimary: Bool) {
      while marks.count <= column { marks.append(nil) }
      if isPrimary || marks[column]?.isPrimary != true { marks[column] = (mark, isPrimary) }
    }
  }

  private(set) var rows: [Row] = []

  init(_ labels: [LineLabel]) {
    var underlines = Row()
    for label in labels {
      for column in label.columns {
        underlines.put(label.isPrimary ? "^" : "-", at: column, isPrimary: label.isPrimary)
      }
    }
    var hanging = labels.filter { !$0.message.isEmpty }
      .sorted { ($0.columns.lowerBound, $0.columns.upperBound) < ($1.columns.lowerBound, $1.columns.upperBound) }
    let rightmost = labels.max { $0.columns.lowerBound < $1.columns.lowerBound }
    if let last = hanging.last, last.columns.upperBound == underlines.marks.count,
      last.columns.lowerBound == rightmost?.columns.lowerBound
    {
      (underlines.message, underlines.isPrimaryMessage) = (last.message, last.isPrimary)
      hanging.removeLast()
    }
    rows.append(underlines)
    if !hanging.isEmpty { rows.append(connectors(hanging)) }
    while let label = hanging.popLast() {
      var row = connectors(hanging.filter { $0.columns.lowerBound < label.columns.lowerBound })
      while row.marks.count < label.columns.lowerBound { row.marks.append(nil) }
      (row.message, row.isPrimaryMessage) = (label.message, label.isPrimary)
      rows.append(row)
    }
  }

  private func connectors(_ labels: [LineLabel]) -> Row {
    var row = Row()
    for label in labels { row.put("|", at: label.columns.lowerBound, isPrimary: label.isPrimary) }
    return row
  }
}

extension LabelLayout.Row {
  /// The row as text; `isUnderline` puts a space between the marks and the message beside them.
  func text(style: TextStyle, primary: TextRole, isUnderline: Bool) -> String {
    var text = ""
    var run = ""
    var runRole = TextRole.plain
    for mark in marks {
      let role: TextRole = mark.map { $0.isPrimary ? primary : .secondary } ?? .plain
      if role != runRole {
        text += style.paint(run, as: runRole)
        (run, runRole) = ("", role)
      }
      run.append(mark?.mark ?? " ")
    }
    text += style.paint(run, as: runRole)
    guard !message.isEmpty else { return text }
    return text + (isUnderline ? " " : "") + style.paint(message, as: isPrimaryMessage ? primary : .secondary)
  }
}
