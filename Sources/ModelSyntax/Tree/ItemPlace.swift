package import Diagnostics

/// The place of the dash that begins an item of a block list, alone in its line but for spaces before it.
package struct ItemPlace: Hashable, Sendable {
  private let dash: Span
  private let indent: Int

  fileprivate init(dash: Span, indent: Int) {
    self.dash = dash
    self.indent = indent
  }

  /// The edit that puts another item before this one.
  package func insertion(of text: String) -> Edit {
    Edit(dash, "- \(text)\n" + String(repeating: " ", count: indent))
  }
}

extension SourceMap {
  /// The place before the item of a block list whose content begins at a span; nil for one that stands elsewhere.
  package func placeBeforeItem(at content: Span) -> ItemPlace? {
    let source = self[content.source]
    let line = source.byteRange(ofLine: source.position(at: content.lower).line)
    let before = source.bytes[line.lowerBound..<content.lower]
    let space = UInt8(ascii: " ")
    guard let dash = before.lastIndex(where: { $0 != space }), before[dash] == UInt8(ascii: "-"),
      before[..<dash].allSatisfy({ $0 == space })
    else { return nil }
    return ItemPlace(dash: Span(content.source, dash..<dash), indent: dash - line.lowerBound)
  }
}
