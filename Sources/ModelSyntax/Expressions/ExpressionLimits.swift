import Diagnostics

/// Bounds that keep any expression cheap to parse and evaluate.
enum ExpressionLimits {
  /// Bytes of one expression.
  static let length = 4096
  /// Levels of nesting, each operator of a chain such as `a + b + c` counting as one.
  static let depth = 64
  /// Elements of a list, those of lists in it included.
  static let elements = 16_384
  /// Bytes of a string.
  static let characters = 65_536
}

extension DiagnosticCode {
  static let expressionLimit = DiagnosticCode(
    "E0252", "expression-limit",
    explanation: """
      An expression is at most 4096 bytes long and 64 levels deep; a list it makes has at most 16384 elements and a
      string at most 65536 bytes. The bounds keep every file, also an untrusted one, quick to check.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(len([1] * 1000000))", kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(len([1] * 100))", kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func expressionTooLong(_ count: Int, at span: Span) -> Diagnostic {
    Diagnostic(
      .expressionLimit, "an expression is at most \(ExpressionLimits.length) bytes long, this one has \(count)",
      at: Label(span))
  }

  static func expressionTooDeep(at span: Span) -> Diagnostic {
    Diagnostic(.expressionLimit, "an expression is at most \(ExpressionLimits.depth) levels deep", at: Label(span))
  }

  static func listTooLong(at span: Span) -> Diagnostic {
    Diagnostic(.expressionLimit, "a list has at most \(ExpressionLimits.elements) elements", at: Label(span))
  }

  static func stringTooLong(at span: Span) -> Diagnostic {
    Diagnostic(.expressionLimit, "a string has at most \(ExpressionLimits.characters) bytes", at: Label(span))
  }
}
