/// How many slips were shown and repaired, by the code of the first error.
struct RepairTally: Sendable {
  struct Row: Sendable {
    var broken = 0
    /// The line of the slip is among the labels.
    var shown = 0
    /// One of the first three fixes undoes it.
    var undone = 0
    /// The first fix makes the file check.
    var mended = 0

    static func += (a: inout Row, b: Row) {
      a.broken += b.broken
      a.shown += b.shown
      a.undone += b.undone
      a.mended += b.mended
    }
  }

  private(set) var total = Row()
  private var rows: [String: Row] = [:]
  /// Slips after which the file still checks.
  var harmless = 0
  /// The slips that were not wholly shown and repaired.
  private(set) var log: [String] = []

  mutating func add(_ row: Row, code: String, note: String) {
    total += row
    rows[code, default: Row()] += row
    if row.shown + row.undone + row.mended < 3 {
      log.append(
        "\(code) \(row.shown == 0 ? "S" : "-")\(row.undone == 0 ? "U" : "-")\(row.mended == 0 ? "M" : "-") \(note)")
    }
  }

  func share(_ part: (Row) -> Int) -> Double { Double(part(total)) / Double(max(1, total.broken)) }

  static func += (a: inout RepairTally, b: RepairTally) {
    a.total += b.total
    a.rows.merge(b.rows) { old, new in
      var sum = old
      sum += new
      return sum
    }
    a.harmless += b.harmless
    a.log += b.log
  }

  /// A line for each code, the most failures first, and the sums.
  var table: String {
    let sorted = rows.sorted { (Self.failures($1.value), $0.key) < (Self.failures($0.value), $1.key) }
    var lines = ["first error   broken  line shown  undone in three  first fix checks"]
    for (code, row) in sorted + [("all", total)] {
      lines.append(
        Self.padded(code, 12) + Self.padded("\(row.broken)", 8, right: true) + Self.percent(row.shown, row, 12)
          + Self.percent(row.undone, row, 17) + Self.percent(row.mended, row, 18))
    }
    return lines.joined(separator: "\n") + "\n\(harmless) slips left a file that checks\n"
  }

  private static func failures(_ row: Row) -> Int { 3 * row.broken - row.shown - row.undone - row.mended }

  private static func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }

  private static func percent(_ part: Int, _ row: Row, _ width: Int) -> String {
    let tenths = (1000 * part + row.broken / 2) / max(1, row.broken)
    return padded("\(tenths / 10).\(tenths % 10) %", width, right: true)
  }
}
