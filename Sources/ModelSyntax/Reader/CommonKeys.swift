import Diagnostics

/// The keys that every layer can have, beside its operator or inside the operator's map.
struct CommonKeys {
  var name: SyntaxEntry?
  var from: SyntaxEntry?
  var when: SyntaxEntry?
  var `repeat`: SyntaxEntry?
  var each: SyntaxEntry?
  var expect: SyntaxEntry?
  var doc: SyntaxEntry?
  var freeze: SyntaxEntry?

  static let names = ["name", "from", "when", "repeat", "each", "expect", "doc", "freeze"]

  /// The field of a key; nil for other keys.
  private static func field(_ key: String) -> WritableKeyPath<CommonKeys, SyntaxEntry?>? {
    guard (3...6).contains(key.utf8.count) else { return nil }
    switch key {
    case "name": return \.name
    case "from": return \.from
    case "when": return \.when
    case "repeat": return \.repeat
    case "each": return \.each
    case "expect": return \.expect
    case "doc": return \.doc
    case "freeze": return \.freeze
    default: return nil
    }
  }

  /// Keeps an entry that is a common key; false for others, which are left to the caller.
  ///
  /// The second of two is reported.
  mutating func take(_ entry: SyntaxEntry, reporting diagnostics: inout [Diagnostic]) -> Bool {
    guard let field = Self.field(entry.key.value) else { return false }
    if let first = self[keyPath: field] {
      diagnostics.append(.keyGivenTwice(entry.key, first: first.key.span))
    } else {
      self[keyPath: field] = entry
    }
    return true
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
      .keyGivenTwice, "'\(key.value)' must stand beside the operator or inside its map, not in both", at: Label(key.span),
      labels: [Label(first, "already given here")])
  }
}
