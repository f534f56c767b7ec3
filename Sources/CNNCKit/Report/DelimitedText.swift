/// Writes tables as comma-separated values (RFC 4180) and Markdown.
package enum DelimitedText {
  package static func csv(_ rows: [[String]]) -> String {
    rows.map { row in row.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// A Markdown table; the columns from a number on are aligned to the right.
  package static func markdown(titles: [String], rows: [[String]], numbersFrom: Int) -> String {
    let rule = titles.indices.map { $0 < numbersFrom ? "---" : "--:" }
    return ([titles, rule] + rows).map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
