import Elaborator
import ModelSyntax

/// Completes names in expressions: after a `$`, or inside `$(...)`.
struct ExpressionCompletion {
  let word: Range<Int>
  private let isInside: Bool

  /// nil where no expression is written.
  init?(_ bytes: [UInt8], offset: Int, _ context: CursorContext) {
    if context.slot == .comment { return nil }
    var start = offset
    while start > 0, Self.isPart(bytes[start - 1]) { start -= 1 }
    let lineStart = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    isInside = Self.isInside(bytes[lineStart..<start])
    guard isInside || start > lineStart && bytes[start - 1] == UInt8(ascii: "$") else { return nil }
    var end = offset
    while end < bytes.count, Self.isPart(bytes[end]) { end += 1 }
    word = start..<end
  }

  func items(_ names: VisibleNames) -> [CompletionItem] {
    var items = names.values.map { symbol in
      CompletionItem(
        symbol.name, .variable, detail: symbol.kind.phrase,
        documentation: names.model.map { SymbolText.text(of: symbol, in: $0) })
    }
    items.append(CompletionItem("i", .variable, detail: "pass of the loop, from 0", rank: 1))
    items += InputSizes.names.map { CompletionItem($0, .variable, detail: "size of the layer's input", rank: 1) }
    guard isInside else { return items }
    return items
      + ExpressionFunction.allCases.map { function in
        var item = CompletionItem(function.rawValue, .function, detail: "function", rank: 2)
        item.snippet = "\(function.rawValue)($1)"
        return item
      }
  }

  /// Whether a `$(` before the cursor is still open.
  private static func isInside(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for (byte, index) in zip(line, line.indices) {
      if depth > 0 {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
      } else if byte == UInt8(ascii: "("), index > line.startIndex, line[index - 1] == UInt8(ascii: "$") {
        depth = 1
      }
    }
    return depth > 0
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: "_")
  }
}
