import Diagnostics

/// Bounds of what is read, so that no file takes long or much memory.
enum SyntaxLimits {
  /// Bytes of one file: 16 MiB.
  static let fileSize = 16 << 20
  /// Collections inside each other, aliases followed.
  static let depth = 64
  /// Scalars and collections of one file.
  static let nodes = 500_000
  /// Nodes that all aliases together stand for.
  static let aliasedNodes = 100_000
  /// Bytes of all scalars with a `$` in them: 4 MiB.
  static let expressions = 4 << 20
}

extension DiagnosticCode {
  static let syntaxLimit = DiagnosticCode(
    "E0102", "file-limit",
    explanation: """
      A model file is at most 16 MiB long, nests at most 64 collections, has at most 500000 scalars and collections, its
      aliases stand for at most 100000 of them, and its texts with expressions are at most 4 MiB. The bounds keep every
      file, also an untrusted one, quick to check.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {deep: \(String(repeating: "[", count: 70))1\(String(repeating: "]", count: 70))}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      params: {flat: [1]}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func fileTooLarge(_ size: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .syntaxLimit, "a file is at most \(SyntaxLimits.fileSize) bytes long, this one has \(size)", at: Label(span))
  }

  static func nestingTooDeep(at span: Span) -> Diagnostic {
    Diagnostic(.syntaxLimit, "at most \(SyntaxLimits.depth) collections may stand inside each other", at: Label(span))
  }

  static func tooManyExpressions(at span: Span) -> Diagnostic {
    Diagnostic(
      .syntaxLimit, "the texts of a file that have a '$' are together at most \(SyntaxLimits.expressions) bytes long",
      at: Label(span))
  }

  static func tooManyNodes(at span: Span) -> Diagnostic {
    Diagnostic(.syntaxLimit, "a file has at most \(SyntaxLimits.nodes) scalars and collections", at: Label(span))
  }

  static func tooManyAliasedNodes(at span: Span) -> Diagnostic {
    Diagnostic(
      .syntaxLimit,
      "all aliases of a file together stand for at most \(SyntaxLimits.aliasedNodes) scalars and collections",
      at: Label(span))
  }
}
