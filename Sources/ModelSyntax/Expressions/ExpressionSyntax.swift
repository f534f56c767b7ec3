import Diagnostics

extension DiagnosticCode {
  static let expressionSyntax = DiagnosticCode(
    "E0240", "expression-syntax",
    explanation: """
      What stands between `$(` and `)` follows Python's syntax: numbers, strings, names, lists, `+ - * / // % **`,
      comparisons, `and`, `or`, `not`, `a if c else b`, indexing and calls of the built-in functions.
      `grammar/expressions.ebnf` is the whole grammar.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width * ), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(width * 2), kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func expected(_ expected: String, found: String, at span: Span) -> Diagnostic {
    Diagnostic(.expressionSyntax, "expected \(expected), found \(found)", at: Label(span))
  }

  static func malformedNumber(at span: Span) -> Diagnostic {
    Diagnostic(
      .expressionSyntax, "a number must be decimal digits without leading zeros, such as 12, 0.5 or 1e-3",
      at: Label(span))
  }

  static func unclosedString(at span: Span) -> Diagnostic {
    Diagnostic(
      .expressionSyntax, "a string in an expression must be closed by the quote it begins with", at: Label(span))
  }

  static func unknownEscape(at span: Span) -> Diagnostic {
    Diagnostic(.expressionSyntax, "a backslash in a string must be followed by one of \\ ' \" n t", at: Label(span))
  }

  static func unexpectedCharacter(_ character: String, at span: Span) -> Diagnostic {
    let help: String? =
      switch character {
      case "=": "write '==' to compare"
      case "&", "&&": "write 'and'"
      case "|", "||": "write 'or'"
      case "!": "write 'not'"
      case "^": "write '**' for a power"
      case "?", ":": "write 'a if condition else b' for a choice; slices are not supported"
      case "$": "names inside '$(...)' need no '$'"
      default: nil
      }
    return Diagnostic(
      .expressionSyntax, "'\(character)' has no meaning in an expression", at: Label(span),
      help: help.map { [$0] } ?? [])
  }
}
