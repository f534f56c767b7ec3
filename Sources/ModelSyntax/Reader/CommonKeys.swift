import Diagnostics

/// The common keys of one layer, each where it stands.
struct CommonKeys {
  var name: SyntaxEntry?
  var from: SyntaxEntry?
  var when: SyntaxEntry?
  var `repeat`: SyntaxEntry?
  var each: SyntaxEntry?
  var expect: SyntaxEntry?
  var doc: SyntaxEntry?
  var freeze: SyntaxEntry?

  static let names = CommonKey.allCases.map(\.rawValue)

  /// Keeps an entry that is a common key; false for others, which are left to the caller.
  ///
  /// The second of two is reported.
  mutating func take(_ entry: SyntaxEntry, reporting diagnostics: inout [Diagnostic]) -> Bool {
    // Most keys are attributes, told apart by their length alone.
    guard (3...6).contains(entry.key.value.utf8.count), let key = CommonKey(rawValue: entry.key.value) else {
      return false
    }
    switch key {
    case .name: Self.keep(entry, in: &name, &diagnostics)
    case .from: Self.keep(entry, in: &from, &diagnostics)
    case .when: Self.keep(entry, in: &when, &diagnostics)
    case .repeat: Self.keep(entry, in: &`repeat`, &diagnostics)
    case .each: Self.keep(entry, in: &each, &diagnostics)
    case .expect: Self.keep(entry, in: &expect, &diagnostics)
    case .doc: Self.keep(entry, in: &doc, &diagnostics)
    case .freeze: Self.keep(entry, in: &freeze, &diagnostics)
    }
    return true
  }

  private static func keep(_ entry: SyntaxEntry, in field: inout SyntaxEntry?, _ diagnostics: inout [Diagnostic]) {
    if let first = field {
      diagnostics.append(.keyGivenTwice(entry.key, first: first.key.span))
    } else {
      field = entry
    }
  }
}

extension DiagnosticCode {
  static let keyGivenTwice = DiagnosticCode(
    "E0128", "key-given-twice",
    explanation: """
      The common keys of a layer stand beside its operator or inside the operator's map, never in both places.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu: {name: first}
          name: second
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu: {name: first}
      """)
}

extension Diagnostic {
  static func keyGivenTwice(_ key: Located<String>, first: Span) -> Diagnostic {
    Diagnostic(
      .keyGivenTwice, "'\(key.value)' must stand beside the operator or inside its map, not in both",
      at: Label(key.span),
      labels: [Label(first, "already given here")])
  }
}
