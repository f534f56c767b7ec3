import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Expressions in scalars")
struct InterpolationTests {
  /// The value of `a: <text>` and what is reported on the way.
  private func evaluated(_ yaml: String) -> (value: EvaluatedValue.Content?, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = read("params:\n  a: \(yaml)\n", kind: .include)
    var found = diagnostics
    let value = document?.params.first?.value.evaluate(in: exampleScope, reporting: &found)
    return (value?.content, found)
  }

  @Test(
    "A scalar that is one expression keeps its type, a longer one is a string",
    arguments: [
      ("$w", EvaluatedValue.Content.int(64)), ("$(w // 3)", .int(21)), ("\"$w\"", .int(64)), ("'$(x * 2)'", .float(1)),
      ("$flag", .bool(true)),
      ("conv$w", .string("conv64")), ("conv$(w + 1)b", .string("conv65b")), ("$w-$s", .string("64-2")),
      ("$w$s", .string("642")),
      ("a$(x)", .string("a0.5")), ("is $flag", .string("is true")), ("$name.0", .string("stem.0")),
      ("$$", .string("$")),
      ("5$$", .string("5$")), ("$$w", .string("$w")), ("$$$w", .string("$64")), ("\"$(max(w, 100))\"", .int(100)),
      ("$(')')", .string(")")), ("$(\"(\")$(1)", .string("(1")), ("$((w))", .int(64)), ("|\n    $w", .string("64\n")),
    ])
  func values(yaml: String, value: EvaluatedValue.Content) {
    let (found, diagnostics) = evaluated(yaml)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    #expect(found == value)
  }

  @Test("A list keeps its elements, an expression's elements have its place")
  func lists() {
    let text = "params:\n  a: [$w, 2, $ws]\n"
    var found: [Diagnostic] = []
    let value = read(text, kind: .include).document?.params[0].value.evaluate(in: exampleScope, reporting: &found)
    guard case .list(let items) = value?.content, case .list(let inner) = items[2].content else {
      return #expect(Bool(false))
    }
    #expect(items.map(\.isLiteral) == [false, true, false])
    #expect(inner.map(\.content) == [.int(64), .int(128), .int(256)])
    #expect(SourceText(path: "", text: text).text(in: inner[0].span.lower..<inner[0].span.upper) == "$ws")
  }

  @Test("Every independent problem of a value is reported, what depends on one is not")
  func problems() {
    let (value, diagnostics) = evaluated("{b: [$nope, $lost, $(1 // 0)], c: $(w / 3), d: 1}")
    #expect(value == nil)
    #expect(diagnostics.map(\.code) == [.unknownName, .divisionByZero, .fraction])
  }

  @Test(
    "Mistakes in quoted, escaped and folded scalars have their exact place",
    arguments: [
      ("a: \"é\\t$(w + nope)\"", "nope"), ("a: 'it''s $(nope)'", "nope"), ("a: \"$('\\\"' + nope)\"", "nope"),
      ("a: x $(w +\n    nope)", "nope"), ("a: \"\\u00e9$nope\"", "nope"), ("a: \"\\x41\\U0001F600$(nope)\"", "nope"),
      ("a: é$(1 + nope)", "nope"),
    ])
  func places(yaml: String, place: String) {
    let text = "params:\n  \(yaml)\n"
    let (document, diagnostics) = read(text, kind: .include)
    var found = diagnostics
    _ = document?.params[0].value.evaluate(in: exampleScope, reporting: &found)
    #expect(found.map(\.code) == [.unknownName])
    #expect(underlined(found.first, in: text) == place)
  }

  @Test("In a block scalar a mistake is shown at the whole text")
  func blockScalar() {
    let text = "params:\n  a: |\n    x $(nope)\n"
    var found: [Diagnostic] = []
    _ = read(text, kind: .include).document?.params[0].value.evaluate(in: exampleScope, reporting: &found)
    #expect(underlined(found.first, in: text) == "|\n    x $(nope)")
  }

  @Test(
    "Dollar signs and parentheses that are not closed",
    arguments: [
      ("5$", DiagnosticCode.strayDollar, "$"), ("$5", .strayDollar, "$"), ("a $ b", .strayDollar, "$"),
      ("layer$(w + 1", .unclosedExpression, "$("),
      ("$((w)", .unclosedExpression, "$("), ("$()", .expressionSyntax, ""),
    ])
  func mistakes(yaml: String, code: DiagnosticCode, place: String) {
    let text = "params:\n  a: \(yaml)\n"
    let (document, diagnostics) = read(text, kind: .include)
    #expect(diagnostics.map(\.code) == [code])
    #expect(underlined(diagnostics.first, in: text) == place)
    #expect(document?.params[0].value.content == .invalid)
  }

  @Test("A list inside a longer text is an error")
  func listInText() {
    #expect(evaluated("a$ws").diagnostics.map(\.code) == [.expressionType])
  }
}
