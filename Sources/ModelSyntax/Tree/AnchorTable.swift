import CYAML
import Diagnostics

/// The anchored nodes of a file so far, with what an alias of each costs.
struct AnchorTable {
  struct Anchored {
    var node: SyntaxNode
    /// Scalars and collections in it, itself included.
    var count: Int
    /// Collections inside each other.
    var height: Int
  }

  private var nodes: [String: Anchored] = [:]
  private var aliasedNodes = 0

  var names: [String] { nodes.keys.sorted() }

  mutating func define(_ name: String, as node: SyntaxNode) {
    let (count, height) = Self.measure(node)
    nodes[name] = Anchored(node: node, count: count, height: height)
  }

  subscript(_ name: String) -> Anchored? { nodes[name] }

  /// Counts an alias; false when all together stand for too much.
  mutating func use(_ anchored: Anchored) -> Bool {
    aliasedNodes += anchored.count
    return aliasedNodes <= SyntaxLimits.aliasedNodes
  }

  /// Bounded: aliases in the node are already within the limits of depth and number.
  private static func measure(_ node: SyntaxNode) -> (count: Int, height: Int) {
    var count = 1
    var height = 0
    func add(_ child: SyntaxNode) {
      let inner = measure(child)
      count += inner.count
      height = max(height, inner.height)
    }
    switch node.kind {
    case .scalar, .invalid: return (1, 0)
    case .sequence(let items): for item in items { add(item) }
    case .mapping(let entries):
      count += entries.count
      for entry in entries { add(entry.value) }
    }
    return (count, height + 1)
  }
}

extension TreeBuilder {
  /// The node that an alias names, at the anchor's place.
  mutating func alias(_ span: Span, depth: Int) throws(Stop) -> SyntaxNode {
    let name = stream.event.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let anchored = anchors[name] else {
      diagnostics.append(.unknownAlias(name, among: anchors.names, at: span))
      return SyntaxNode(.invalid, at: span)
    }
    guard depth + anchored.height <= SyntaxLimits.depth else { throw Stop(diagnostic: .nestingTooDeep(at: span)) }
    guard anchors.use(anchored) else { throw Stop(diagnostic: .tooManyAliasedNodes(at: span)) }
    return anchored.node
  }

  /// Where a node begins behind its anchor and tag, which libyaml counts in; a tag is an error.
  mutating func start(
    of range: Range<Int>, anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Int {
    var offset = range.lowerBound
    guard anchor != nil || tag != nil else { return offset }
    while offset < source.bytes.count {
      let first = source.bytes[offset]
      if first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
        let begin = offset
        while offset < source.bytes.count, source.bytes[offset] > UInt8(ascii: " ") { offset += 1 }
        if first == UInt8(ascii: "!") { diagnostics.append(.tag(at: Span(id, begin..<offset))) }
      } else if first == UInt8(ascii: "#") {
        while offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      } else if first <= UInt8(ascii: " ") {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }
}

extension DiagnosticCode {
  static let tag = DiagnosticCode(
    "E0112", "tag",
    explanation: """
      Tags such as `!!str` or `!Conv` are not part of the language: a model file is plain data, which keeps checking
      it safe. Quotes make a string of a number.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: !!int 8, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """)

  static let unknownAlias = DiagnosticCode(
    "E0113", "unknown-alias",
    explanation: """
      `*name` stands for the node that was anchored by `&name` before it. A text that begins with `*` is quoted.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: &width 8, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {out_channels: *widht, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: &width 8, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {out_channels: *width, kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func tag(at span: Span) -> Diagnostic {
    Diagnostic(
      .tag, "a model file must not have tags", at: Label(span),
      help: ["remove the tag, or quote the text if '!' belongs to it"])
  }

  static func unknownAlias(_ name: String, among names: [String], at span: Span) -> Diagnostic {
    let near = Suggestion.nearest(to: name, among: names)
    return Diagnostic(
      .unknownAlias, "'*\(name.inMessage)' must follow its anchor '&\(name.inMessage)'", at: Label(span),
      help: near.isEmpty
        ? ["quote the text if it begins with '*'"]
        : ["did you mean \(near.map { "'*\($0)'" }.joined(separator: " or "))?"])
  }
}
