/// The difference of two texts as `diff -u` writes it.
package enum UnifiedDiff {
  /// Unchanged lines around a change.
  private static let context = 3

  /// The difference; empty when the texts are equal. Both sides are called by the same path.
  package static func text(from old: String, to new: String, path: String) -> String {
    let oldLines = lines(old)
    let newLines = lines(new)
    let steps = LineDifference.steps(from: oldLines, to: newLines)
    var text = ""
    for hunk in hunks(steps) {
      if text.isEmpty { text = "--- \(path)\n+++ \(path)\n" }
      text += render(steps[hunk], oldLines, newLines)
    }
    return text
  }

  /// The lines with their ends, so that a missing one at the end of the text is a difference.
  private static func lines(_ text: String) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for byte in text.utf8 {
      line.append(byte)
      if byte == UInt8(ascii: "\n") {
        lines.append(line)
        line = []
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Ranges of steps around changes that are near to each other.
  private static func hunks(_ steps: [LineDifference.Step]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where !step.isKept {
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func render(_ steps: ArraySlice<LineDifference.Step>, _ old: [[UInt8]], _ new: [[UInt8]]) -> String {
    guard let first = steps.first else { return "" }
    let removed = steps.count { $0.newIndex == nil || $0.isKept }
    let added = steps.count { $0.oldIndex == nil || $0.isKept }
    var text = "@@ -\(range(first.oldStart, removed)) +\(range(first.newStart, added)) @@\n"
    for step in steps {
      if let index = step.oldIndex {
        text += line(step.isKept ? " " : "-", old[index])
      } else if let index = step.newIndex {
        text += line("+", new[index])
      }
    }
    return text
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  private static func line(_ mark: String, _ bytes: [UInt8]) -> String {
    let text = mark + String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? text : text + "\n\\ No newline at end of file\n"
  }
}
