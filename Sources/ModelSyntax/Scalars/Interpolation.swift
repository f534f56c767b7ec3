import Diagnostics

/// Finds the expressions in a scalar that has a `$` in it: `$name`, `$(expression)`, `a$(expression)b` and `$$`.
struct Interpolation {
  private let text: ScalarText
  private var position = 0
  private var literal: [UInt8] = []
  private var parts: [WrittenValue.InterpolationPart] = []

  /// A string, an expression that is the whole scalar, or an interpolation; the first problem is thrown.
  static func content(of text: ScalarText) throws(ExpressionError) -> WrittenValue.Content {
    var scan = Interpolation(text: text)
    while scan.position < text.bytes.count {
      let byte = text.bytes[scan.position]
      if byte == UInt8(ascii: "$") {
        try scan.dollar()
      } else {
        scan.literal.append(byte)
        scan.position += 1
      }
    }
    if scan.parts.isEmpty { return .string(String(decoding: scan.literal, as: UTF8.self)) }
    scan.endLiteral()
    if scan.parts.count == 1, case .expression(let expression) = scan.parts[0] { return .expression(expression) }
    return .interpolation(scan.parts)
  }

  /// The expression of a scalar that is `$name` and nothing else; nil for any other.
  static func reference(_ scalar: SyntaxNode.Scalar, at span: Span) -> Expression? {
    let bytes = scalar.text.utf8
    guard scalar.style == .plain, bytes.count == span.upper - span.lower, bytes.count > 1,
      bytes.first == UInt8(ascii: "$")
    else { return nil }
    let name = scalar.text.dropFirst()
    guard Identifier.isValid(name) else { return nil }
    return Expression(.name(String(name)), at: Span(span.source, span.lower + 1..<span.upper))
  }

  private init(text: ScalarText) { self.text = text }

  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    parts.append(.text(String(decoding: literal, as: UTF8.self)))
    literal = []
  }

  private mutating func dollar() throws(ExpressionError) {
    let start = position
    let next = start + 1 < text.bytes.count ? text.bytes[start + 1] : 0
    if next == UInt8(ascii: "$") {
      literal.append(next)
      position += 2
    } else if next == UInt8(ascii: "(") {
      guard let close = Self.closingParenthesis(in: text.bytes, after: start + 2, before: text.bytes.count) else {
        throw ExpressionError(.unclosedExpression(at: text.span(start..<start + 2)))
      }
      endLiteral()
      parts.append(.expression(try ExpressionParser.parse(text, in: start + 2..<close)))
      position = close + 1
    } else if Identifier.isStart(next) {
      endLiteral()
      position += 1
      while position < text.bytes.count, Identifier.isPart(text.bytes[position]) { position += 1 }
      let name = text.text(start + 1..<position)
      parts.append(.expression(Expression(.name(name), at: text.span(start + 1..<position))))
    } else {
      throw ExpressionError(.strayDollar(at: text.span(start..<start + 1)))
    }
  }

  /// The offset of the `)` that belongs to a `(` before `start`; parentheses in strings do not count unless a quote
  /// is open.
  static func closingParenthesis(in bytes: [UInt8], after start: Int, before end: Int) -> Int? {
    closingParenthesis(in: bytes, after: start, before: end, skippingStrings: true)
      ?? closingParenthesis(in: bytes, after: start, before: end, skippingStrings: false)
  }

  private static func closingParenthesis(
    in bytes: [UInt8], after start: Int, before end: Int, skippingStrings: Bool
  ) -> Int? {
    var depth = 1
    var quote: UInt8?
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == open { quote = nil }
      } else if skippingStrings, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return offset }
      }
      offset += 1
    }
    return nil
  }
}

extension DiagnosticCode {
  static let unclosedExpression = DiagnosticCode(
    "E0241", "unclosed-expression",
    explanation: """
      A `$(` needs its `)` in the same scalar. Inside `{...}` and `[...]` a comma or a bracket ends an unquoted YAML
      scalar, also in the middle of an expression, so an expression that has one of them is quoted there: `{size:
      "$(max(a, b))"}`.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {a: 16, b: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $(max(a, b)), kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {a: 16, b: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: "$(max(a, b))", kernel_size: 3, padding: 1}
      """)

  static let strayDollar = DiagnosticCode(
    "E0242", "stray-dollar",
    explanation: """
      A `$` begins `$name` or `$(expression)`. A dollar sign that is meant as text is written twice.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {label: 5$}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: example
      params: {label: 5$$}
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unclosedExpression(at span: Span) -> Diagnostic {
    Diagnostic(.unclosedExpression, "'$(' must be closed by ')' in the same scalar", at: Label(span))
  }

  /// An expression that a comma or bracket of flow style cut; `whole` is where it stands, `text` what stands there.
  static func cutExpression(_ text: String, at whole: Span) -> Diagnostic {
    let quote = text.contains("\"") || text.contains("\\") ? "'" : "\""
    return Diagnostic(
      .unclosedExpression, "an expression with a comma or bracket must be quoted inside {...} and [...]",
      at: Label(whole),
      help: text.contains(quote) ? ["quote the expression, or move the layer out of flow style"] : [],
      fixes: text.contains(quote)
        ? []
        : [Fix("quote the expression", safety: .safe, edits: [Edit(whole.start, quote), Edit(whole.end, quote)])])
  }

  static func strayDollar(at span: Span) -> Diagnostic {
    Diagnostic(
      .strayDollar, "'$' must begin a name or '(...)'", at: Label(span),
      fixes: [Fix("write '$$' for a dollar sign", safety: .safe, edits: [Edit(span.end, "$")])])
  }
}
