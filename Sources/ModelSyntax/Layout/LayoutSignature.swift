import Diagnostics

/// What a layout must not change: the tree with its scalars, anchors and aliases, and every comment.
struct LayoutSignature: Equatable {
  private enum Token: Equatable {
    case sequence(Int)
    case mapping(Int)
    case alias(String)
    case anchor(String)
    /// A scalar that is a string whatever it looks like, or by how it looks.
    case text(String)
    /// A plain scalar that is no string, as it is written.
    case plain(String)
    case null
  }

  private var tokens: [Token] = []
  private var comments: [String] = []

  init(_ document: LayoutDocument) {
    add(document.header)
    visit(document.root)
    comments.sort()
  }

  /// That of a text; nil when it is not YAML.
  init?(_ text: String, id: SourceID) {
    let source = SourceText(path: "", text: text)
    guard TreeBuilder.tree(of: source, id: id).diagnostics.isEmpty, let root = LayoutReader.root(of: source) else {
      return nil
    }
    visit(root)
    comments = CommentScanner.comments(of: source, id: id).map(\.text).sorted()
  }

  private mutating func add(_ lines: [LayoutComment]) { comments += lines.map(\.text) }

  private mutating func visit(_ node: LayoutNode) {
    if let anchor = node.anchor { tokens.append(.anchor(anchor)) }
    switch node.kind {
    case .alias(let name): tokens.append(.alias(name))
    case .scalar(let scalar): tokens.append(token(scalar, at: node.range.lowerBound))
    case .sequence(let collection):
      tokens.append(.sequence(collection.items.count))
      visit(collection)
    case .mapping(let collection):
      tokens.append(.mapping(collection.items.count))
      visit(collection)
    }
  }

  private mutating func visit(_ collection: LayoutCollection) {
    for item in collection.items {
      add(item.leading)
      comments += [item.head, item.tail].compactMap { $0 }
      if let key = item.key {
        if let anchor = key.anchor { tokens.append(.anchor(anchor)) }
        if case .alias(let name) = key.kind { tokens.append(.alias(name)) }
        tokens.append(.text(key.text ?? ""))
      }
      visit(item.value)
    }
    add(collection.closing)
  }

  private func token(_ scalar: LayoutScalar, at offset: Int) -> Token {
    guard scalar.style == .plain else { return .text(scalar.text) }
    let place = Span(SourceID(index: 0), offset..<offset)
    guard let content = try? CoreSchema.content(of: scalar.text, at: place) else { return .plain(scalar.text) }
    return switch content {
    case .null: .null
    case .string where scalar.text != "required": .text(scalar.text)
    default: .plain(scalar.text)
    }
  }
}
