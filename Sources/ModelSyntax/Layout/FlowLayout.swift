/// Writes nodes in brackets, in one line.
enum FlowLayout {
  /// Appends a node; false when it cannot stand in one line, or the text gets longer than the limit.
  static func append(_ node: LayoutNode, to text: inout String, limit: Int) -> Bool {
    if let anchor = node.anchor { text += "&\(anchor) " }
    switch node.kind {
    case .alias(let name): text += "*\(name)"
    case .scalar(let scalar):
      guard ScalarLayout.isSafeInFlow(scalar), let line = ScalarLayout.line(scalar) else { return false }
      text += line.isEmpty ? "null" : line
    case .sequence(let collection):
      return append(collection, in: ("[", "]"), to: &text, limit: limit)
    case .mapping(let collection):
      return append(collection, in: collection.isPair ? ("", "") : ("{", "}"), to: &text, limit: limit)
    }
    return text.utf8.count <= limit || LayoutWriter.length(text) <= limit
  }

  private static func append(
    _ collection: LayoutCollection, in brackets: (String, String), to text: inout String, limit: Int
  ) -> Bool {
    guard collection.isFlow, collection.closing.isEmpty else { return false }
    text += brackets.0
    for (index, item) in collection.items.enumerated() {
      guard !item.hasComments else { return false }
      if index > 0 { text += ", " }
      if let key = item.key {
        if case .scalar(let scalar) = key.kind, !ScalarLayout.isSafeInFlow(scalar) { return false }
        text += LayoutWriter.key(key) + " "
      }
      guard append(item.value, to: &text, limit: limit) else { return false }
    }
    text += brackets.1
    return true
  }
}
