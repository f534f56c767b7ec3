import Diagnostics

extension DiagnosticCode {
  static let tabIndentation = DiagnosticCode(
    "E0104", "tab-indentation",
    explanation: "YAML is indented with spaces: a tab has no width that all readers agree on.",
    bad: "cnnc: 1\nmodel: example\ninput: [N, 3, 8, 8]\nlayers:\n\t- relu\n",
    good: "cnnc: 1\nmodel: example\ninput: [N, 3, 8, 8]\nlayers:\n  - relu\n")

  static let unbalancedBracket = DiagnosticCode(
    "E0105", "unbalanced-bracket",
    explanation: "Every `[` and `{` needs its `]` and `}`, and the other way round. A bracket that is text is quoted.",
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8
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

  static let unclosedQuote = DiagnosticCode(
    "E0106", "unclosed-quote",
    explanation: """
      A quoted text ends at the quote it began with. Inside double quotes a quote is written `\\"`, inside single
      quotes `''`.
      """,
    bad: """
      cnnc: 1
      model: example
      doc: "A first network
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      doc: "A first network"
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)

  static let missingSpace = DiagnosticCode(
    "E0107", "missing-space",
    explanation: "The colon after a key needs a space: `key:value` is one text to YAML.",
    bad: """
      cnnc: 1
      model:example
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

  static let badIndentation = DiagnosticCode(
    "E0108", "bad-indentation",
    explanation: """
      Indentation is the structure of a YAML file: the keys of one map and the items of one list stand in one
      column, and what belongs to a key without a value on its line is indented deeper.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
       - relu
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 8, 8]
      layers:
        - relu
        - relu
      """)

  static let notYAML = DiagnosticCode(
    "E0109", "not-yaml",
    explanation: """
      The text is not YAML at this place, so nothing more can be said about the file. Texts that contain `: ` or `
      #`, or begin with a character such as `@`, `&` or `*`, are quoted.
      """,
    bad: """
      cnnc: 1
      model: example
      doc: ResNet: a first try
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      doc: "ResNet: a first try"
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func tab(at span: Span) -> Diagnostic {
    let spaces = String(repeating: "  ", count: span.upper - span.lower)
    return Diagnostic(
      .tabIndentation, "indentation must be spaces, not tabs", at: Label(span),
      fixes: [Fix("replace the tabs by spaces", safety: .unsafe, edits: [Edit(span, spaces)])])
  }

  static func unclosedBracket(_ bracket: String, at span: Span) -> Diagnostic {
    let closing = bracket == "[" ? "]" : "}"
    return Diagnostic(
      .unbalancedBracket, "'\(bracket)' must be closed by '\(closing)'", at: Label(span, "opened here"))
  }

  static func mismatchedBracket(open: String, openedAt: Span, found: String, at span: Span) -> Diagnostic {
    let closing = open == "[" ? "]" : "}"
    return Diagnostic(
      .unbalancedBracket, "'\(open)' must be closed by '\(closing)', not '\(found)'", at: Label(span),
      labels: [Label(openedAt, "opened here")])
  }

  static func strayBracket(_ bracket: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unbalancedBracket, "'\(bracket)' must close a bracket, and none is open", at: Label(span), help: ["remove it"])
  }

  static func unclosedQuote(at span: Span) -> Diagnostic {
    Diagnostic(.unclosedQuote, "a quoted text must be closed on the line it belongs to", at: Label(span, "opened here"))
  }

  static func missingSpace(after key: Located<String>) -> Diagnostic {
    let place = Span(key.span.source, key.span.upper + 1..<key.span.upper + 1)
    return Diagnostic(
      .missingSpace, "the ':' after '\(key.value.inMessage)' must be followed by a space",
      at: Label(Span(key.span.source, key.span.lower..<key.span.upper + 1)),
      fixes: [Fix("add the space", safety: .safe, edits: [Edit(place, " ")])])
  }

  static func badIndentation(_ rule: String, at span: Span) -> Diagnostic {
    Diagnostic(.badIndentation, rule, at: Label(span))
  }

  static func notYAML(_ rule: String, at span: Span, help: String? = nil) -> Diagnostic {
    Diagnostic(.notYAML, rule, at: Label(span), help: help.map { [$0] } ?? [])
  }

  static func missingComma(at span: Span, in bracket: Span) -> Diagnostic {
    Diagnostic(
      .notYAML, "entries between brackets must be separated by commas", at: Label(span),
      labels: [Label(bracket, "opened here")])
  }

  /// `${name}` of a shell.
  static func bracedName(at span: Span) -> Diagnostic {
    Diagnostic(
      .strayDollar, "'$' must begin a name or '(...)'", at: Label(span), help: ["write $name or $(expression)"])
  }
}
