/// What the formatter does with the shapes that it wrote behind layers.
package enum AnnotationChange: Sendable {
  /// They stay as they are, like every comment.
  case keep
  case remove
  /// They are renewed: the texts for the layers by the offset where each begins in the source.
  case write([Int: String])
}

/// A comment that begins with `#:` and tells the shape of a layer's output; other text may follow behind another `#`.
enum Annotation {
  private static let mark = "#:"

  static func apply(_ change: AnnotationChange, to document: inout LayoutDocument) {
    let texts: [Int: String]
    switch change {
    case .keep: return
    case .remove: texts = [:]
    case .write(let written): texts = written
    }
    document.root = changed(document.root, texts)
  }

  /// Recursion is bounded by the limit of depth.
  private static func changed(_ node: LayoutNode, _ texts: [Int: String]) -> LayoutNode {
    var node = node
    guard var collection = node.collection else { return node }
    for index in collection.items.indices {
      var item = collection.items[index]
      item.value = changed(item.value, texts)
      item.head = item.head.flatMap(stripped)
      item.tail = item.tail.flatMap(stripped)
      item.leading.removeAll { $0.text.hasPrefix(mark) }
      collection.items[index] = item
    }
    collection.closing.removeAll { $0.text.hasPrefix(mark) }
    if case .sequence = node.kind, !collection.isFlow {
      for index in collection.items.indices {
        if let text = texts[collection.items[index].value.range.lowerBound] { add(text, to: &collection.items[index]) }
      }
    }
    node.collection = collection
    return node
  }

  /// What else a comment says; nil when it is an annotation alone.
  private static func stripped(_ comment: String) -> String? {
    guard comment.hasPrefix(mark) else { return comment }
    guard let other = comment.dropFirst(mark.count).firstIndex(of: "#") else { return nil }
    return String(comment[other...])
  }

  /// Writes an annotation behind the first line of a layer.
  private static func add(_ text: String, to layer: inout LayoutItem) {
    guard var collection = layer.value.collection, !collection.items.isEmpty else {
      layer.tail = joined(text, layer.tail)
      return
    }
    let first = collection.items[0]
    let goesOnBelow = first.value.collection.map { !$0.isFlow && !$0.items.isEmpty } ?? false
    if goesOnBelow {
      collection.items[0].head = joined(text, first.head)
    } else {
      let comment = first.tail ?? (collection.items.count == 1 ? layer.tail : nil)
      collection.items[0].tail = joined(text, comment)
      if first.tail == nil, comment != nil { layer.tail = nil }
    }
    layer.value.collection = collection
  }

  private static func joined(_ text: String, _ comment: String?) -> String {
    [mark + " " + text, comment].compactMap { $0 }.joined(separator: "  ")
  }
}
