/// The rows of a plane that windows read, where bands of windows make anew what they read.
struct RowWindows {
  /// Rows from one window to the next, and rows that a window spans.
  var stride: Int
  var reach: Int
  /// Rows of the border before the first of the plane.
  var padBegin: Int
  /// Rows of the plane.
  var input: Int

  /// What some windows read: with the rows of the border, and without.
  func rows(of windows: Range<Int>) -> (all: Range<Int>, inside: Range<Int>) {
    let first = windows.lowerBound * stride - padBegin
    let end = first + (windows.count - 1) * stride + reach
    let begin = min(max(first, 0), end)
    return (first..<end, begin..<max(begin, min(end, input)))
  }

  /// Whether all bands of so many windows together make few rows more than there are.
  func isWorthwhile(windows: Int, bands: Int) -> Bool {
    let made = (0..<bands).reduce(0) {
      $0 + rows(of: windows * $1 / bands..<windows * ($1 + 1) / bands).inside.count
    }
    return made <= input + input / 8
  }
}
