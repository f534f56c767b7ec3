import Diagnostics

/// Holds the keys of one mapping against the rules: texts, each once, with a space after the colon, no merge keys.
struct KeyCheck {
  /// The entries by key once there are many.
  private var positions: [String: Int] = [:]

  /// The entry, or nil when it cannot be kept; `entries` are those before it.
  mutating func entry(
    _ key: SyntaxNode, _ value: SyntaxNode, isFlow: Bool, among entries: [SyntaxEntry],
    reporting diagnostics: inout [Diagnostic]
  ) -> SyntaxEntry? {
    guard case .scalar(let scalar) = key.kind else {
      if case .invalid = key.kind { return nil }
      diagnostics.append(.keyNotText(at: key.span))
      return nil
    }
    var name = Located(scalar.text, at: key.span)
    var value = value
    if isFlow, scalar.style == .plain, value.span.lower == value.span.upper,
      let (first, rest) = Self.split(scalar, at: key.span)
    {
      diagnostics.append(.missingSpace(after: first))
      (name, value) = (first, rest)
    }
    if scalar.style == .plain, name.value == "<<" {
      diagnostics.append(.mergeKey(at: name.span))
      return nil
    }
    if let first = position(of: name.value, among: entries) {
      diagnostics.append(.duplicateKey(name, first: entries[first].key.span))
      return nil
    }
    return SyntaxEntry(key: name, value: value)
  }

  private mutating func position(of name: String, among entries: [SyntaxEntry]) -> Int? {
    guard entries.count >= 12 else { return entries.firstIndex { $0.key.value == name } }
    if positions.isEmpty {
      for (position, entry) in entries.enumerated() { positions[entry.key.value] = position }
    } else {
      positions[entries[entries.count - 1].key.value] = entries.count - 1
    }
    return positions[name]
  }

  /// `key:value` without a space, as the entry that was meant.
  private static func split(_ scalar: SyntaxNode.Scalar, at span: Span) -> (Located<String>, SyntaxNode)? {
    let text = scalar.text
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), span.upper - span.lower == text.utf8.count else {
      return nil
    }
    let name = String(text[..<colon])
    let rest = String(text[text.utf8.index(after: colon)...])
    guard Identifier.isValid(name), !rest.isEmpty else { return nil }
    let middle = span.lower + name.utf8.count
    let value = SyntaxNode.Scalar(text: rest, style: .plain, hasDollar: scalar.hasDollar)
    return (
      Located(name, at: Span(span.source, span.lower..<middle)),
      SyntaxNode(.scalar(value), at: Span(span.source, middle + 1..<span.upper))
    )
  }
}

extension DiagnosticCode {
  static let duplicateKey = DiagnosticCode(
    "E0111", "duplicate-key",
    explanation: "Each key stands once in its map: of two values one would silently be lost.",
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1, kernel_size: 3}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1}
      """)

  static let mergeKey = DiagnosticCode(
    "E0114", "merge-key",
    explanation: """
      `<<` is not part of YAML 1.2. Attributes that many layers share stand in `defaults`, and layers that belong
      together make a block.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: &first {out_channels: 3, kernel_size: 3, padding: 1}
        - relu
        - conv2d: {<<: *first, out_channels: 3, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      defaults: {conv2d: {kernel_size: 3, padding: 1}}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 3}
        - relu
        - conv2d: {out_channels: 3}
      """)

  static let invalidKey = DiagnosticCode(
    "E0116", "invalid-key",
    explanation: "The keys of a map are texts; a list or map cannot be a key.",
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1, [stride]: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3, padding: 1, stride: 1}
      """)
}

extension Diagnostic {
  static func duplicateKey(_ key: Located<String>, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateKey, "a key must stand once in its map: '\(key.value.inMessage)'", at: Label(key.span),
      labels: [Label(first, "first here")])
  }

  static func mergeKey(at span: Span) -> Diagnostic {
    Diagnostic(
      .mergeKey, "'<<' merges nothing in YAML 1.2", at: Label(span),
      help: ["write the keys out, put them into 'defaults', or make a block"])
  }

  static func keyNotText(at span: Span) -> Diagnostic {
    Diagnostic(.invalidKey, "a key must be a text", at: Label(span))
  }
}
