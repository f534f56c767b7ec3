import Diagnostics

/// Gives every comment of a file to the item that it stands at.
///
/// A comment behind something belongs to that, a comment on a line of its own to what follows in the same collection;
/// behind the last item, it belongs to the innermost collection that is not indented more than the comment.
struct CommentPlacement {
  private let source: SourceText
  private let comments: [Comment]
  private var next = 0

  /// Where a collection ends for its comments.
  private struct Border {
    /// Comments from here on are not in the collection.
    var end: Int
    /// The column of the collection around it; -1 around the root.
    var outerColumn: Int
  }

  /// The document with all comments in their places.
  static func document(_ root: LayoutNode, _ comments: [Comment], of source: SourceText) -> LayoutDocument {
    var document = LayoutDocument(root: root)
    guard var collection = root.collection else { return document }
    var placement = CommentPlacement(source: source, comments: comments)
    placement.place(in: &collection, root, Border(end: source.bytes.count + 1, outerColumn: -1))
    while let comment = placement.take() { collection.closing.append(comment) }
    document.header = placement.takeHeader(from: &collection)
    document.root.collection = collection
    return document
  }

  private init(source: SourceText, comments: [Comment]) {
    self.source = source
    self.comments = comments
  }

  /// Recursion is bounded by the limit of depth.
  private mutating func place(in collection: inout LayoutCollection, _ node: LayoutNode, _ border: Border) {
    let column = collection.isFlow ? 0 : self.column(node.range.lowerBound)
    for index in collection.items.indices {
      let following = index + 1 < collection.items.count ? collection.items[index + 1].start : border.end
      while let comment = take(before: collection.items[index].start) {
        collection.items[index].leading.append(comment)
      }
      if !collection.isFlow {
        collection.items[index].followsBlankLine = isBlankLine(above: collection.items[index].start)
      }
      placeInValue(of: &collection.items[index], Border(end: following, outerColumn: column))
      if let comment = peek(before: border.end), !comment.isAlone,
        isJustBehind(collection.items[index].end, comment.span.lower)
      {
        collection.items[index].tail = comment.text
        next += 1
      }
    }
    while let comment = peek(before: border.end),
      collection.isFlow
        || comment.isAlone && self.column(comment.span.lower) >= column
          && self.column(comment.span.lower) > border.outerColumn,
      let taken = take()
    {
      collection.closing.append(taken)
    }
  }

  private mutating func placeInValue(of item: inout LayoutItem, _ border: Border) {
    guard var inner = item.value.collection else {
      placeBeforeScalar(of: &item)
      return
    }
    let first = inner.items.first?.start ?? item.value.range.upperBound
    if item.key != nil, let comment = peek(before: first), !comment.isAlone {
      item.head = comment.text
      next += 1
    }
    place(
      in: &inner, item.value,
      inner.isFlow && !inner.isPair ? Border(end: item.value.range.upperBound, outerColumn: -1) : border)
    item.value.collection = inner
  }

  /// Comments between a key and its scalar stand above it, or behind the first line of a block scalar.
  private mutating func placeBeforeScalar(of item: inout LayoutItem) {
    while let comment = peek(before: item.value.range.upperBound) {
      if comment.isAlone || item.head != nil {
        item.leading.append(placed(comment))
      } else {
        item.head = comment.text
      }
      next += 1
    }
  }

  /// Takes the comments at the top up to the last one before a blank line away from the first item.
  private func takeHeader(from collection: inout LayoutCollection) -> [LayoutComment] {
    guard let first = collection.items.first else { return [] }
    let blanks = first.leading.dropFirst().map(\.followsBlankLine) + [first.followsBlankLine]
    guard let last = blanks.lastIndex(of: true), !first.leading.isEmpty else { return [] }
    collection.items[0].leading.removeFirst(last + 1)
    collection.items[0].startsParagraph = false
    return Array(first.leading[...last])
  }

  private func peek(before end: Int) -> Comment? {
    guard next < comments.count, comments[next].span.lower < end else { return nil }
    return comments[next]
  }

  private mutating func take(before end: Int = .max) -> LayoutComment? {
    guard let comment = peek(before: end) else { return nil }
    next += 1
    return placed(comment)
  }

  private func placed(_ comment: Comment) -> LayoutComment {
    LayoutComment(
      text: comment.text, followsBlankLine: comment.isAlone && isBlankLine(above: comment.span.lower))
  }

  private func lineStart(_ offset: Int) -> Int {
    var start = min(offset, source.bytes.count)
    while start > 0, source.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  private func column(_ offset: Int) -> Int { offset - lineStart(offset) }

  private func isBlankLine(above offset: Int) -> Bool {
    let end = lineStart(offset) - 1
    guard end >= 0 else { return false }
    return source.bytes[lineStart(end)..<end].allSatisfy { $0 <= UInt8(ascii: " ") }
  }

  /// Whether nothing but white space of one line and a comma stands between an item and a comment.
  private func isJustBehind(_ end: Int, _ start: Int) -> Bool {
    end <= start
      && source.bytes[end..<start].allSatisfy {
        $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":")
      }
  }
}
