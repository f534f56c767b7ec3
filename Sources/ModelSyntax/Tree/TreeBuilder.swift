import CYAML
import Diagnostics

/// Builds the located tree of a YAML text from libyaml's events.
///
/// A syntax error or a broken limit ends the reading; everything else is reported and read on.
struct TreeBuilder: ~Copyable {
  /// The reason that nothing more can be read.
  struct Stop: Error {
    var diagnostic: Diagnostic
  }

  let source: SourceText
  let id: SourceID
  var stream: EventStream
  var diagnostics: [Diagnostic] = []
  var anchors = AnchorTable()
  private var nodeCount = 0
  /// The last scalar read, which may be what a syntax error is about.
  private var lastScalar: Range<Int>?

  /// The tree of a text; nil when it is not YAML.
  static func tree(of source: SourceText, id: SourceID) -> (root: SyntaxNode?, diagnostics: [Diagnostic]) {
    guard source.bytes.count <= SyntaxLimits.fileSize else {
      return (nil, [.fileTooLarge(source.bytes.count, at: Span(id, 0..<0))])
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      let base = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      let text = UnsafeBufferPointer(rebasing: bytes[base...])
      let check = TextCheck(text)
      if let problem = check.problem {
        return (nil, [.invalidText(problem.shifted(by: base), source: id)])
      }
      guard let stream = EventStream(text, isASCII: check.isASCII, base: base) else {
        return (nil, [.notYAML("the reader has no memory", at: Span(id, 0..<0))])
      }
      var builder = TreeBuilder(source: source, id: id, stream: stream)
      do throws(Stop) {
        let root = try builder.document()
        return (root, builder.diagnostics)
      } catch {
        return (nil, builder.diagnostics + [error.diagnostic])
      }
    }
  }

  private init(source: SourceText, id: SourceID, stream: consuming EventStream) {
    self.source = source
    self.id = id
    self.stream = stream
  }

  mutating func advance() throws(Stop) {
    do {
      try stream.advance()
    } catch {
      throw Stop(diagnostic: SyntaxErrorClassifier(error, in: source, id: id, lastScalar: lastScalar).diagnostic)
    }
  }

  private mutating func document() throws(Stop) -> SyntaxNode {
    while stream.event.type != YAML_DOCUMENT_START_EVENT {
      try advance()
      if stream.event.type == YAML_STREAM_END_EVENT { return emptyDocument }
    }
    try advance()
    let root = try node(depth: 0)
    try advance()
    while stream.event.type == YAML_DOCUMENT_END_EVENT { try advance() }
    if stream.event.type == YAML_DOCUMENT_START_EVENT {
      let start = stream.offset(of: stream.event.start_mark)
      diagnostics.append(.severalDocuments(at: Span(id, start..<min(start + 3, source.bytes.count))))
    }
    return root
  }

  private var emptyDocument: SyntaxNode {
    SyntaxNode(.scalar(.init(text: "", style: .plain, hasDollar: false)), at: Span(id, 0..<0))
  }

  /// The node that the current event begins; its last event is the current one afterwards.
  mutating func node(depth: Int) throws(Stop) -> SyntaxNode {
    nodeCount += 1
    let range = stream.range()
    guard nodeCount <= SyntaxLimits.nodes else { throw Stop(diagnostic: .tooManyNodes(at: Span(id, range))) }
    switch stream.event.type {
    case YAML_SCALAR_EVENT: return scalar(range)
    case YAML_ALIAS_EVENT: return try alias(Span(id, range), depth: depth)
    default: break
    }
    guard depth < SyntaxLimits.depth else {
      throw Stop(diagnostic: .nestingTooDeep(at: Span(id, range.lowerBound..<range.lowerBound + 1)))
    }
    return stream.event.type == YAML_SEQUENCE_START_EVENT
      ? try sequence(range, depth: depth) : try mapping(range, depth: depth)
  }

  private mutating func scalar(_ range: Range<Int>) -> SyntaxNode {
    let data = stream.event.data.scalar
    let buffer = UnsafeBufferPointer(start: data.value, count: data.length)
    let style: SyntaxNode.ScalarStyle =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    let end = end(of: range, style)
    let place = min(start(of: range, anchor: data.anchor, tag: data.tag), end)..<end
    lastScalar = place
    let node = SyntaxNode(
      .scalar(
        .init(
          text: String(decoding: buffer, as: UTF8.self), style: style, hasDollar: buffer.contains(UInt8(ascii: "$")))),
      at: Span(id, place))
    if let anchor = data.anchor { anchors.define(String(cString: anchor), as: node) }
    return node
  }

  /// The end of a scalar: block scalars without the line breaks after them.
  private func end(of range: Range<Int>, _ style: SyntaxNode.ScalarStyle) -> Int {
    var end = range.upperBound
    guard style == .block else { return end }
    while end > range.lowerBound, source.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end
  }

  private mutating func sequence(_ range: Range<Int>, depth: Int) throws(Stop) -> SyntaxNode {
    let data = stream.event.data.sequence_start
    let anchor = data.anchor.map { String(cString: $0) }
    let isFlow = data.style == YAML_FLOW_SEQUENCE_STYLE
    let lower = start(of: range, anchor: data.anchor, tag: data.tag)
    var items: [SyntaxNode] = []
    items.reserveCapacity(4)
    try advance()
    while stream.event.type != YAML_SEQUENCE_END_EVENT {
      items.append(try node(depth: depth + 1))
      try advance()
    }
    var upper = items.last?.span.upper ?? lower
    if isFlow {
      upper = stream.range().upperBound
      reportCutExpressions(among: &items)
    }
    let node = SyntaxNode(.sequence(items), at: Span(id, lower..<max(lower, upper)), isFlow: isFlow)
    if let anchor { anchors.define(anchor, as: node) }
    return node
  }

  private mutating func mapping(_ range: Range<Int>, depth: Int) throws(Stop) -> SyntaxNode {
    let data = stream.event.data.mapping_start
    let anchor = data.anchor.map { String(cString: $0) }
    let isFlow = data.style == YAML_FLOW_MAPPING_STYLE
    let lower = start(of: range, anchor: data.anchor, tag: data.tag)
    var keys = KeyCheck()
    var entries: [SyntaxEntry] = []
    entries.reserveCapacity(isFlow ? 6 : 2)
    var upper = lower
    try advance()
    while stream.event.type != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      try advance()
      let value = try node(depth: depth + 1)
      upper = max(upper, max(key.span.upper, value.span.upper))
      if let entry = keys.entry(key, value, isFlow: isFlow, among: entries, reporting: &diagnostics) {
        entries.append(entry)
      }
      try advance()
    }
    if isFlow {
      upper = stream.range().upperBound
      reportCutExpressions(among: &entries)
    }
    let node = SyntaxNode(.mapping(entries), at: Span(id, lower..<max(lower, upper)), isFlow: isFlow)
    if let anchor { anchors.define(anchor, as: node) }
    return node
  }
}

extension TextCheck.Problem {
  fileprivate func shifted(by base: Int) -> TextCheck.Problem {
    switch self {
    case .invalidUTF8(let range): .invalidUTF8(range.lowerBound + base..<range.upperBound + base)
    case .controlCharacter(let range, let scalar):
      .controlCharacter(range.lowerBound + base..<range.upperBound + base, scalar)
    }
  }
}

extension DiagnosticCode {
  static let severalDocuments = DiagnosticCode(
    "E0110", "several-documents",
    explanation:
      "A file holds one model. A line `---` after the first document would begin another, which nothing would read.",
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
      ---
      cnnc: 1
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func severalDocuments(at span: Span) -> Diagnostic {
    Diagnostic(.severalDocuments, "a file must hold one document", at: Label(span, "begins another"))
  }
}
