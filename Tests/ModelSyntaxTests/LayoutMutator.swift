import TestSupport

/// Changes how a file is written: comments, blank lines, quotes, indentation, and pieces of YAML anywhere.
struct LayoutMutator {
  var random: SeededGenerator
  private var commentCount = 0

  init(random: SeededGenerator) { self.random = random }

  private static let pieces: [String] = [
    "[", "]", "{", "}", ",", ": ", "- ", "\n", "\n\n", "\n  ", "\"", "'", "&a ", "*a", "|", ">", "|+", ">-", "|2", "#",
    " # x", "? ", "---\n", "é", "\u{2028}", "<<", "null", "~", "name: n", "$(1", "\\", "\\n", "\t",
    "doc: >\n    a\n\n    b\n", "doc: |+\n    a\n\n", "  - &l relu\n", "  - *l\n", "\"a\": b", "[a: b]", "{a, b: }",
    "!t ", "  - name: n\n    relu:\n",
  ]

  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let index = Int.random(in: 0..<lines.count, using: &random)
      commentCount += 1
      let indentation = String(repeating: " ", count: Int.random(in: 0...8, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0, 1: lines[index] += "  # c\(commentCount)"
      case 2, 3: lines.insert(indentation + "# c\(commentCount)", at: index)
      case 4: lines.insert("", at: index)
      case 5:
        let text = " # c\(commentCount)\n\(indentation)      "
        lines[index] = broken(lines[index], behind: [",", "{", "["], with: text)
      case 6: lines[index] = broken(lines[index], behind: [":"], with: "\n\(indentation)    ")
      case 7: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &random))
      default:
        let characters = lines[index].count
        let place = lines[index].index(
          lines[index].startIndex, offsetBy: Int.random(in: 0...characters, using: &random))
        lines[index].insert(contentsOf: Self.pieces.randomElement(using: &random) ?? "", at: place)
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// The line broken behind the first of some characters.
  private func broken(_ line: String, behind characters: [Character], with text: String) -> String {
    guard let place = line.firstIndex(where: characters.contains) else { return line }
    return String(line[...place]) + text + line[line.index(after: place)...]
  }
}
