/// The lines of one source that labels point at, with the labels under them.
struct Snippet {
  let source: SourceText
  /// The place that stands for the snippet: its first label's.
  let anchor: Span
  /// The labels by the line they begin on; a label over several lines is drawn on its first.
  private var lines: [(number: Int, labels: [(label: Label, isPrimary: Bool)])]

  init(_ source: SourceText, _ labels: [(label: Label, isPrimary: Bool)]) {
    precondition(!labels.isEmpty, "a snippet shows labels")
    self.source = source
    anchor = labels[0].label.span
    var byLine: [Int: [(label: Label, isPrimary: Bool)]] = [:]
    for entry in labels { byLine[source.position(at: entry.label.span.lower).line, default: []].append(entry) }
    lines = byLine.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The largest line number, which the gutter must hold.
  var lastLine: Int { lines.last?.number ?? 1 }

  /// The rows of the snippet: source lines and the rows under them. Two or more left-out lines are marked by `...`.
  func rows(gutter: Gutter, style: TextStyle, primary: TextRole) -> [String] {
    var rows: [String] = []
    var previous: Int?
    for (number, entries) in lines {
      if let previous, number - previous > 2 { rows.append(gutter.gap(style)) }
      previous = number
      let interest = Self.cover(entries.map(\.label.span))
      let line = DisplayLine(number, of: source, around: interest)
      var labels = entries.map { place($0.label, isPrimary: $0.isPrimary, number: number, line: line) }
      let window = line.window(
        columns: gutter.columnsForText(style), around: Self.columnsOfInterest(labels, gutter.columnsForText(style)))
      labels = labels.compactMap { $0.shifted(into: window) }
      rows.append(gutter.line(number, line.text(in: window), style))
      for (index, row) in LabelLayout(labels).rows.enumerated() where !labels.isEmpty {
        rows.append(gutter.blank(row.text(style: style, primary: primary, isUnderline: index == 0), style))
      }
    }
    return rows
  }

  private static func cover(_ spans: [Span]) -> Range<Int> {
    let lower = spans.map(\.lower).min() ?? 0
    return lower..<max(lower, spans.map(\.upper).max() ?? lower)
  }

  private func place(_ label: Label, isPrimary: Bool, number: Int, line: DisplayLine) -> LineLabel {
    let start = line.column(at: label.span.lower)
    let range = source.byteRange(ofLine: number)
    var upper = min(label.span.upper, range.upperBound)
    if label.span.upper > range.upperBound {
      while upper > label.span.lower, source.bytes[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
    }
    return LineLabel(
      columns: start..<max(start + 1, line.column(at: upper)), message: TerminalText.visible(label.message),
      isPrimary: isPrimary)
  }

  /// All labels when they fit, else the primary or first one.
  private static func columnsOfInterest(_ labels: [LineLabel], _ available: Int) -> Range<Int> {
    let lower = labels.map(\.columns.lowerBound).min() ?? 0
    let upper = labels.map(\.columns.upperBound).max() ?? 0
    if upper - lower <= available - 2 * DisplayLine.ellipsis.count { return lower..<max(lower, upper) }
    let main = (labels.first(where: \.isPrimary) ?? labels[0]).columns
    return main.lowerBound..<min(main.upperBound, main.lowerBound + available / 2)
  }
}

extension LineLabel {
  /// The label in the columns of a window; nil when it lies outside.
  fileprivate func shifted(into window: Range<Int>) -> LineLabel? {
    let lower = max(columns.lowerBound, window.lowerBound)
    let upper = min(columns.upperBound, max(window.upperBound, lower + 1))
    guard lower < upper, lower <= window.upperBound else { return nil }
    var label = self
    label.columns = lower - window.lowerBound..<upper - window.lowerBound
    return label
  }
}

/// The column of line numbers at the left of a snippet.
struct Gutter {
  /// The digits of the largest line number.
  var digits: Int

  init(lastLine: Int) { digits = max(2, String(lastLine).count) }

  /// The longest source line that is shown whole where the output is no terminal.
  private static let defaultColumns = 160

  func columnsForText(_ style: TextStyle) -> Int { max(40, (style.width ?? Self.defaultColumns) - digits - 3) }

  func line(_ number: Int, _ text: String, _ style: TextStyle, mark: String = "|") -> String {
    let prefix = TerminalText.padded("\(number)", to: digits, alignedRight: true) + " " + mark
    return style.paint(prefix, as: .frame) + (text.isEmpty ? "" : " " + text)
  }

  func blank(_ text: String, _ style: TextStyle) -> String {
    indent + style.paint(" |", as: .frame) + (text.isEmpty ? "" : " " + text)
  }

  func gap(_ style: TextStyle) -> String { style.paint("...", as: .frame) }

  func arrow(_ mark: String, _ place: String, _ style: TextStyle) -> String {
    indent + style.paint(mark, as: .frame) + " " + place
  }

  var indent: String { String(repeating: " ", count: digits) }
}
