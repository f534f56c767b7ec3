/// Writes a document as lines: collections in brackets where they are short, in block style elsewhere.
struct LayoutWriter {
  /// A line with the comment behind it.
  struct Line {
    var text: String
    var comment: String?
  }

  /// The longest line of a collection that is in brackets already, and of one that is put in brackets.
  static let width = 120
  static let joinedWidth = 100

  private(set) var lines: [Line] = []
  /// Whether a blank line would belong to the text of the scalar above.
  private var endsInKeptBreaks = false

  static func text(of document: LayoutDocument) -> String {
    var writer = LayoutWriter()
    for (index, comment) in document.header.enumerated() { writer.write(comment, at: 0, isFirst: index == 0) }
    if !document.header.isEmpty { writer.writeBlankLine() }
    if let root = document.root.collection { writer.writeBlock(root, at: 0, spacing: .sections) }
    return CommentColumns.text(of: writer.lines)
  }

  /// The blank lines between the entries of a block.
  private enum Spacing {
    /// Those of the source, one at most.
    case source
    /// One between groups of sections, and those of the source.
    case sections
    /// One between all entries.
    case each
  }

  private mutating func writeBlock(_ collection: LayoutCollection, at indentation: Int, spacing: Spacing = .source) {
    for (index, item) in collection.items.map(\.withOneComment).enumerated() {
      let isApart =
        switch spacing {
        case .source: false
        case .sections: index > 0 && SectionGroup.parts(collection.items[index - 1], from: item)
        case .each: index > 0
        }
      if isApart { writeBlankLine() }
      for (position, comment) in item.leading.enumerated() {
        write(comment, at: indentation, isFirst: index + position == 0)
      }
      if item.followsBlankLine, index > 0 || !item.leading.isEmpty { writeBlankLine() }
      if let key = item.key {
        let isBlocks = spacing == .sections && key.text == ModelKey.blocks.rawValue
        writeValue(
          of: item, behind: Self.spaces(indentation) + Self.key(key), at: indentation,
          spacing: isBlocks ? .each : .source)
      } else {
        writeItem(item, at: indentation)
      }
    }
    for (index, comment) in collection.closing.enumerated() {
      write(comment, at: indentation, isFirst: index == 0 && collection.items.isEmpty)
    }
  }

  /// An item of a sequence: a block inside of it begins behind its dash.
  private mutating func writeItem(_ item: LayoutItem, at indentation: Int) {
    let prefix = Self.spaces(indentation) + "-"
    guard var inner = item.value.collection, item.value.anchor == nil, !inner.items.isEmpty,
      flatLine(item.value, behind: prefix) == nil, filled(item.value, behind: prefix, at: indentation) == nil
    else { return writeValue(of: item, behind: prefix, at: indentation, spacing: .source) }
    for comment in inner.takeFirstComments() { write(comment, at: indentation, isFirst: false) }
    if inner.items.count == 1, inner.items[0].head == nil, inner.items[0].tail == nil {
      inner.items[0].tail = item.tail
    } else if let tail = item.tail {
      lines.append(Line(text: Self.spaces(indentation) + tail))
    }
    let first = lines.count
    writeBlock(inner, at: indentation + 2)
    lines[first].text = prefix + " " + lines[first].text.dropFirst(indentation + 2)
  }

  /// The value of an item behind its key or dash, in the same line or below.
  private mutating func writeValue(of item: LayoutItem, behind prefix: String, at indentation: Int, spacing: Spacing) {
    let anchor = item.value.anchor.map { " &" + $0 } ?? ""
    guard let collection = item.value.collection else {
      return writeScalar(of: item, behind: prefix + anchor, at: indentation)
    }
    if let line = flatLine(item.value, behind: prefix + anchor) {
      write([line], item, at: indentation)
    } else if let lines = filled(item.value, behind: prefix + anchor, at: indentation) {
      write(lines, item, at: indentation)
    } else {
      write([prefix + anchor], item, at: indentation)
      writeBlock(collection, at: indentation + 2, spacing: spacing)
    }
  }

  private mutating func writeScalar(of item: LayoutItem, behind prefix: String, at indentation: Int) {
    guard case .scalar(let scalar) = item.value.kind else {
      let name = if case .alias(let name) = item.value.kind { name } else { "" }
      return write(["\(prefix) *\(name)"], item, at: indentation)
    }
    if scalar.style == .plain, scalar.text.isEmpty { return write([prefix], item, at: indentation) }
    let line = ScalarLayout.line(scalar).map { "\(prefix) \($0)" }
    let isShort = line.map { Self.length($0) <= Self.width } ?? false
    guard let (first, rest) = ScalarLayout.lines(scalar), !isShort || scalar.text.utf8.contains(UInt8(ascii: "\n"))
    else { return write([line ?? prefix], item, at: indentation) }
    let below = rest.map { $0.isEmpty ? "" : Self.spaces(indentation + 2) + $0 }
    if scalar.isBlock {
      write(["\(prefix) \(first)"], item, at: indentation)
      lines += below.map { Line(text: $0) }
      endsInKeptBreaks = first.hasSuffix("+")
    } else {
      write(["\(prefix) \(first)"] + below, item, at: indentation)
    }
  }

  /// Lines with the comment of their item behind the last.
  private mutating func write(_ texts: [String], _ item: LayoutItem, at indentation: Int) {
    lines += texts.map { Line(text: $0) }
    lines[lines.count - 1].comment = item.tail ?? item.head
    endsInKeptBreaks = false
  }

  private mutating func write(_ comment: LayoutComment, at indentation: Int, isFirst: Bool) {
    if comment.followsBlankLine, !isFirst { writeBlankLine() }
    lines.append(Line(text: Self.spaces(indentation) + comment.text))
    endsInKeptBreaks = false
  }

  private mutating func writeBlankLine() {
    guard let last = lines.last, !last.text.isEmpty, !endsInKeptBreaks else { return }
    lines.append(Line(text: ""))
  }

  /// A collection in brackets behind its key, when it may be and is short enough.
  private func flatLine(_ node: LayoutNode, behind prefix: String) -> String? {
    guard let collection = node.collection, !collection.isPair else { return nil }
    let isJoined = !collection.isFlow && !collection.items.isEmpty
    if isJoined, !collection.joinsWhenShort { return nil }
    var text = prefix + " "
    let limit = isJoined ? Self.joinedWidth : Self.width
    var bare = node
    bare.anchor = nil
    bare.collection?.isFlow = true
    guard FlowLayout.append(bare, to: &text, limit: limit) else { return nil }
    return Self.length(text) <= limit ? text : nil
  }

  /// A long list of scalars in brackets, over as many lines as it needs.
  private func filled(_ node: LayoutNode, behind prefix: String, at indentation: Int) -> [String]? {
    guard case .sequence(let collection) = node.kind, collection.isFlow, collection.closing.isEmpty,
      collection.items.allSatisfy({ $0.value.collection == nil && !$0.hasComments })
    else { return nil }
    var lines = [prefix + " ["]
    var length = Self.length(lines[0])
    for (index, item) in collection.items.enumerated() {
      var text = ""
      guard FlowLayout.append(item.value, to: &text, limit: .max) else { return nil }
      text += index + 1 < collection.items.count ? "," : "]"
      if index > 0, length + 1 + Self.length(text) > Self.width {
        lines.append(Self.spaces(indentation + 2) + text)
        length = Self.length(lines[lines.count - 1])
      } else {
        let part = (index > 0 ? " " : "") + text
        lines[lines.count - 1] += part
        length += Self.length(part)
      }
    }
    return lines
  }

  /// A key with its colon.
  static func key(_ node: LayoutNode) -> String {
    let anchor = node.anchor.map { "&\($0) " } ?? ""
    switch node.kind {
    case .alias(let name): return "\(anchor)*\(name) :"
    case .scalar(let scalar):
      guard let line = ScalarLayout.line(scalar), !line.isEmpty else {
        return anchor + ScalarLayout.doubleQuoted(scalar.text) + ":"
      }
      return anchor + line + ":"
    case .sequence, .mapping: return anchor
    }
  }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  static func length(_ text: String) -> Int { text.unicodeScalars.count }
}

extension LayoutItem {
  /// The same with one comment behind it at most; another stands above.
  fileprivate var withOneComment: LayoutItem {
    guard let head, tail != nil else { return self }
    var item = self
    item.leading.append(LayoutComment(text: head, followsBlankLine: false))
    item.head = nil
    return item
  }
}

extension LayoutCollection {
  /// Takes out the comments above the first line, which begins behind a dash.
  fileprivate mutating func takeFirstComments() -> [LayoutComment] {
    guard !items.isEmpty else { return [] }
    items[0] = items[0].withOneComment
    var comments = items[0].leading
    items[0].leading = []
    if items[0].key == nil, items[0].value.anchor == nil, var inner = items[0].value.collection {
      comments += inner.takeFirstComments()
      items[0].value.collection = inner
    }
    return comments
  }
}

/// Sections that stand together; a blank line parts the groups.
private enum SectionGroup: Equatable {
  case heading, settings, data
  case one(ModelKey)

  /// Whether a blank line stands between two sections; a heading without prose goes on in the settings.
  static func parts(_ first: LayoutItem, from second: LayoutItem) -> Bool {
    guard let before = of(first), let after = of(second) else { return false }
    if before == .heading, after == .settings { return first.key?.text == ModelKey.doc.rawValue }
    return before != after
  }

  /// nil for what is no section.
  private static func of(_ item: LayoutItem) -> SectionGroup? {
    guard let key = item.key?.text.flatMap(ModelKey.init(rawValue:)) else { return nil }
    return switch key {
    case .cnnc, .model, .doc: .heading
    case .params, .input, .inputs, .defaults, .include: .settings
    case .blocks, .layers, .outputs, .expect: .one(key)
    case .`init`, .weights, .train, .lint: .data
    }
  }
}
