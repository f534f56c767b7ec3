import Diagnostics

extension SyntaxEntry {
  /// Where a finding about the value is shown: the value when it stands in one piece, else the key.
  var place: Span {
    switch value.kind {
    case .scalar where value.span.lower < value.span.upper: value.span
    case .sequence where value.isFlow, .mapping where value.isFlow: value.span
    default: key.span
    }
  }
}

extension DocumentReader {
  /// The entries of a map by a fixed set of keys, in file order.
  ///
  /// Unknown keys are reported; one that is near to exactly one absent key is read as that.
  mutating func keys<Key: RawRepresentable<String> & CaseIterable & Hashable>(
    _: Key.Type, of entries: [SyntaxEntry], in place: String
  ) -> [(key: Key, entry: SyntaxEntry)] {
    let written = Set(entries.compactMap { Key(rawValue: $0.key.value) })
    var taken = written
    var unknownCount = 0
    var result: [(key: Key, entry: SyntaxEntry)] = []
    for entry in entries {
      if let key = Key(rawValue: entry.key.value) {
        result.append((key, entry))
        continue
      }
      let known = Key.allCases.map(\.rawValue)
      unknownCount += 1
      // Suggestions cost more than the rest of reading, and nobody reads a hundred of them.
      let near = unknownCount > 100 ? [] : Suggestion.nearest(to: entry.key.value, among: known)
      diagnostics.append(.unknownKey(entry.key, in: place, near: near, known: known))
      if near.count == 1, let meant = Key(rawValue: near[0]), taken.insert(meant).inserted {
        result.append((meant, entry))
      }
    }
    return result
  }

  /// The entries of a value that must be a map; nil and reported for others.
  mutating func map(_ entry: SyntaxEntry, _ expected: String = "a map") -> [SyntaxEntry]? {
    if case .mapping(let entries) = entry.value.kind { return entries }
    reportKind(entry, expected)
    return nil
  }

  /// The items of a value that must be a list; nil and reported for others.
  mutating func list(_ entry: SyntaxEntry, _ expected: String) -> [SyntaxNode]? {
    if case .sequence(let items) = entry.value.kind { return items }
    reportKind(entry, expected)
    return nil
  }

  /// The text of a scalar that is not empty, as written; nil and reported for others.
  mutating func text(_ entry: SyntaxEntry, _ expected: String = "a text") -> Located<String>? {
    if case .scalar(let scalar) = entry.value.kind, !entry.value.isNull {
      return Located(scalar.text, at: entry.value.span)
    }
    reportKind(entry, expected)
    return nil
  }

  /// A list of texts; what is none is reported and left out.
  mutating func texts(_ entry: SyntaxEntry, _ expected: String) -> [Located<String>] {
    guard let items = list(entry, expected) else { return [] }
    return items.compactMap { text(SyntaxEntry(key: entry.key, value: $0), expected) }
  }

  /// A text that is an identifier; the text is kept when it is none.
  mutating func identifier(_ entry: SyntaxEntry, role: String) -> Located<String>? {
    guard let text = text(entry, "an identifier") else { return nil }
    checkIdentifier(text, role: role)
    return text
  }

  mutating func checkIdentifier(_ name: Located<String>, role: String) {
    if !Identifier.isValid(name.value) {
      diagnostics.append(.invalidIdentifier(name.value, role: role, at: name.span))
    }
  }

  mutating func reportKind(_ entry: SyntaxEntry, _ expected: String) {
    if case .invalid = entry.value.kind { return }
    diagnostics.append(.wrongKind(entry.key.value, expected, entry.value, at: entry.place))
  }
}

extension DiagnosticCode {
  static let unknownKey = DiagnosticCode(
    "E0120", "unknown-key",
    explanation: """
      Every key has a meaning: one that is not known is an error, since what it says would silently be ignored.
      """,
    bad: """
      cnnc: 1
      model: example
      desc: A first network
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      doc: A first network
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)

  static let missingKey = DiagnosticCode(
    "E0121", "missing-key",
    explanation: """
      A model file has the keys `cnnc`, `model`, `input` (or `inputs`) and `layers`. A block has `layers`, a
      residual written as a map `body`, a parallel `branches`, and an input written as a map `shape`.
      """,
    bad: """
      cnnc: 1
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)

  static let wrongKind = DiagnosticCode(
    "E0122", "wrong-kind",
    explanation: "Each key takes a text, a list or a map: `layers` is a list, `params` a map, `model` a text.",
    bad: """
      cnnc: 1
      model: example
      params: [width, 64]
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 64}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)

  static let conflictingKeys = DiagnosticCode(
    "E0129", "conflicting-keys",
    explanation: "Of `input` and `inputs`, and of `repeat` and `each`, only one can be meant.",
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu: {repeat: 2, each: {v: [1, 2]}}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu: {repeat: 2}
      """)
}

extension Diagnostic {
  static func unknownKey(_ key: Located<String>, in place: String, near: [String], known: [String]) -> Diagnostic {
    let help =
      near.isEmpty
      ? "its keys are \(known.joined(separator: ", "))"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    let fixes = near.map {
      Fix(
        "write \($0) instead of \(key.value.inMessage)", safety: near.count == 1 ? .safe : .unsafe,
        edits: [Edit(key.span, $0)])
    }
    return Diagnostic(
      .unknownKey, "\(place) has no key '\(key.value.inMessage)'", at: Label(key.span), help: [help], fixes: fixes)
  }

  static func missingKey(_ key: String, of place: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingKey, "\(place) must have the key '\(key)'", at: Label(span),
      help: key == "cnnc" ? ["begin with 'cnnc: 1'"] : [])
  }

  static func wrongKind(_ key: String, _ expected: String, _ found: SyntaxNode, at span: Span) -> Diagnostic {
    Diagnostic(.wrongKind, "'\(key.inMessage)' must be \(expected), not \(found.phrase)", at: Label(span))
  }

  static func conflictingKeys(_ key: Located<String>, _ other: Located<String>) -> Diagnostic {
    Diagnostic(
      .conflictingKeys, "'\(key.value)' must not stand beside '\(other.value)'", at: Label(key.span),
      labels: [Label(other.span, "already given here")])
  }
}
