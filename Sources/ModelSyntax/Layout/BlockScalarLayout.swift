/// Writes literal and folded scalars below their key.
enum BlockScalarLayout {
  /// The header, and the lines without their indentation.
  static func lines(_ scalar: LayoutScalar) -> (first: String, rest: [String]) {
    var lines = unindented(scalar)
    while lines.last == "" { lines.removeLast() }
    let text = Array(scalar.text.utf8)
    let breaks = text.reversed().prefix { $0 == UInt8(ascii: "\n") }.count
    var header = scalar.style == .folded ? ">" : "|"
    if let first = lines.first(where: { !$0.isEmpty })?.utf8.first,
      first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
    {
      header += "2"
    }
    if lines.isEmpty {
      header += breaks > 0 ? "+" : "-"
      lines = [String](repeating: "", count: breaks)
    } else if breaks == 0 {
      header += "-"
    } else if breaks > 1 {
      header += "+"
      lines += [String](repeating: "", count: breaks - 1)
    }
    return (header, lines)
  }

  /// The lines of the source without the indentation that is not part of the text.
  private static func unindented(_ scalar: LayoutScalar) -> [String] {
    if scalar.style == .literal {
      return scalar.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    guard let first = scalar.lines.first(where: { !isBlank($0) }) else { return [] }
    let inner = scalar.text.utf8.drop { $0 == UInt8(ascii: "\n") }.prefix { $0 == UInt8(ascii: " ") }.count
    let indentation = max(0, first.utf8.prefix { $0 == UInt8(ascii: " ") }.count - inner)
    return scalar.lines.map { line in
      isBlank(line) && line.utf8.count <= indentation
        ? "" : String(decoding: line.utf8.dropFirst(indentation), as: UTF8.self)
    }
  }

  private static func isBlank(_ line: String) -> Bool { line.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }
}
