import Diagnostics
import Testing

@testable import ModelSyntax

/// An expression without a value: the code and the text it is about.
struct ExpressionMistake: Sendable, CustomTestStringConvertible {
  var text: String
  var code: String
  var place: String

  init(_ text: String, _ code: String, at place: String) {
    self.text = text
    self.code = code
    self.place = place
  }

  var testDescription: String { text }
}

@Suite("Mistakes in expressions")
struct ExpressionErrorTests {
  private func error(of text: String) -> ExpressionError? {
    do throws(ExpressionError) {
      _ = try value(of: text)
      return nil
    } catch {
      return error
    }
  }

  @Test("Each mistake has its code and its exact place", arguments: mistakes)
  func places(mistake: ExpressionMistake) {
    let diagnostic = error(of: mistake.text)?.diagnostic
    #expect(diagnostic?.code.id == mistake.code, "\(diagnostic?.message ?? "no error")")
    #expect(underlined(diagnostic, in: mistake.text) == mistake.place, "\(diagnostic?.message ?? "no error")")
  }

  @Test("A misspelt name or function suggests what was meant")
  func suggestions() {
    #expect(error(of: "nmae")?.diagnostic?.help == ["did you mean 'name'?"])
    #expect(error(of: "celi(1.5)")?.diagnostic?.help == ["did you mean 'ceil'?"])
    #expect(error(of: "w = 3")?.diagnostic?.help == ["write '==' to compare"])
    #expect(error(of: "w && 3")?.diagnostic?.help == ["write 'and'"])
  }

  @Test("A name without a value here says why, one that failed before says nothing")
  func namesWithoutValue() {
    #expect(error(of: "in_height // 2")?.diagnostic?.message.hasSuffix("the height is the symbol H") == true)
    #expect(error(of: "lost + 1") == ExpressionError(nil))
  }

  @Test("Messages state the rule and then the numbers")
  func messages() {
    #expect(error(of: "7 / 2")?.diagnostic?.message == "'/' must divide exactly: 7 / 2 is not a whole number")
    #expect(error(of: "2 ** 64")?.diagnostic?.message == "an integer must fit 64 bits: 2 ** 64 does not")
    #expect(
      error(of: "1 + 'a'")?.diagnostic?.message
        == "'+' takes two numbers, two strings or two lists, not 1 and the string 'a'")
    #expect(error(of: "ws[3]")?.diagnostic?.message == "index 3 is outside the list: it has 3 elements, 0 to 2")
  }

  @Test("Nesting, chains and sizes are bounded")
  func limits() {
    let deep = String(repeating: "(", count: 1000) + "1" + String(repeating: ")", count: 1000)
    let minus = String(repeating: "-", count: 1000) + "1"
    let chain = String(repeating: "1+", count: 1000) + "1"
    let powers = String(repeating: "1**", count: 1000) + "1"
    let lists = String(repeating: "[", count: 1000)
    let choices = String(repeating: "1 if 1 else ", count: 300) + "1"
    let nots = String(repeating: "not ", count: 1000) + "1"
    let long = "[" + String(repeating: "1, ", count: 5000) + "]"
    for text in [deep, minus, chain, powers, lists, choices, nots, long] {
      #expect(error(of: text)?.diagnostic?.code == .expressionLimit, "\(text.prefix(20))")
    }
    for text in [
      "[1] * 1000000", "'abc' * 100000", "[[1] * 9000] * 2", "[[0] * 128] * 128", "'a' * 9223372036854775807",
    ] {
      #expect(error(of: text)?.diagnostic?.code == .expressionLimit, "\(text)")
    }
    #expect(error(of: "9 ** 9 ** 9")?.diagnostic?.code == .numberOverflow)
    #expect(error(of: "[[] * 9223372036854775807, '' * 9223372036854775807]") == nil)
  }
}

private let mistakes: [ExpressionMistake] = [
  .init("", "E0240", at: ""),
  .init("w *", "E0240", at: ""),
  .init("* w", "E0240", at: "*"),
  .init("w w", "E0240", at: "w"),
  .init("(w", "E0240", at: ""),
  .init("[1, 2", "E0240", at: ""),
  .init("[1 2]", "E0240", at: "2"),
  .init("max(1 2)", "E0240", at: "2"),
  .init("ws[]", "E0240", at: "]"),
  .init("ws[0:1]", "E0240", at: ":"),
  .init("1 if 2", "E0240", at: ""),
  .init("w + not 1", "E0240", at: "not"),
  .init("w = 3", "E0240", at: "="),
  .init("w.x", "E0240", at: "."),
  .init("3x + 1", "E0240", at: "3x"),
  .init("1.2.3", "E0240", at: "1.2."),
  .init("012", "E0240", at: "012"),
  .init("'abc", "E0240", at: "'abc"),
  .init(#"'a\q'"#, "E0240", at: #"\q"#),
  .init("w + é", "E0240", at: "é"),
  .init("(1)(2)", "E0240", at: "("),
  .init(",", "E0240", at: ","),
  .init("1 + widht", "E0243", at: "widht"),
  .init("2 * in_height", "E0253", at: "in_height"),
  .init("1 + (2 + 'a') * 3", "E0244", at: "(2 + 'a')"),
  .init("'a' - 1", "E0244", at: "'a' - 1"),
  .init("-'a'", "E0244", at: "-'a'"),
  .init("+[1]", "E0244", at: "+[1]"),
  .init("1 < 'a'", "E0244", at: "1 < 'a'"),
  .init("[1] < ['a']", "E0244", at: "[1] < ['a']"),
  .init("ws < 1", "E0244", at: "ws < 1"),
  .init("w[0]", "E0244", at: "w[0]"),
  .init("ws['a']", "E0244", at: "ws['a']"),
  .init("ws[1.0]", "E0244", at: "ws[1.0]"),
  .init("len(3)", "E0244", at: "len(3)"),
  .init("abs('a')", "E0244", at: "abs('a')"),
  .init("max(1, 'a')", "E0244", at: "max(1, 'a')"),
  .init("max(3)", "E0244", at: "max(3)"),
  .init("make_divisible(8, 2.0)", "E0244", at: "make_divisible(8, 2.0)"),
  .init("1.5 * 'a'", "E0244", at: "1.5 * 'a'"),
  .init("1 + 5 // (w - 64)", "E0245", at: "5 // (w - 64)"),
  .init("5 % 0", "E0245", at: "5 % 0"),
  .init("5 / 0", "E0245", at: "5 / 0"),
  .init("5.0 / 0", "E0245", at: "5.0 / 0"),
  .init("5.0 // 0.0", "E0245", at: "5.0 // 0.0"),
  .init("0 ** -1", "E0245", at: "0 ** -1"),
  .init("1 + w / 3", "E0246", at: "w / 3"),
  .init("2 ** 64", "E0247", at: "2 ** 64"),
  .init("9223372036854775807 + 1", "E0247", at: "9223372036854775807 + 1"),
  .init("-9223372036854775807 - 2", "E0247", at: "-9223372036854775807 - 2"),
  .init("3037000500 * 3037000500", "E0247", at: "3037000500 * 3037000500"),
  .init("(-9223372036854775807 - 1) // -1", "E0247", at: "(-9223372036854775807 - 1) // -1"),
  .init("-(-9223372036854775807 - 1)", "E0247", at: "-(-9223372036854775807 - 1)"),
  .init("abs(-9223372036854775807 - 1)", "E0247", at: "abs(-9223372036854775807 - 1)"),
  .init("99999999999999999999", "E0247", at: "99999999999999999999"),
  .init("1e999", "E0247", at: "1e999"),
  .init("1e308 * 10", "E0247", at: "1e308 * 10"),
  .init("10.0 ** 400", "E0247", at: "10.0 ** 400"),
  .init("round(1e300)", "E0247", at: "round(1e300)"),
  .init("floor(9223372036854775808.0)", "E0247", at: "floor(9223372036854775808.0)"),
  .init("make_divisible(9223372036854775807, 8)", "E0247", at: "make_divisible(9223372036854775807, 8)"),
  .init("make_divisible(1e300, 8)", "E0247", at: "make_divisible(1e300, 8)"),
  .init("ws[3]", "E0248", at: "ws[3]"),
  .init("ws[-4]", "E0248", at: "ws[-4]"),
  .init("[][0]", "E0248", at: "[][0]"),
  .init("'a'[9223372036854775807]", "E0248", at: "'a'[9223372036854775807]"),
  .init("1 + foo(2)", "E0249", at: "foo"),
  .init("abs(1, 2)", "E0250", at: "abs(1, 2)"),
  .init("max()", "E0250", at: "max()"),
  .init("round(1.55, 1)", "E0250", at: "round(1.55, 1)"),
  .init("sqrt(-1)", "E0251", at: "sqrt(-1)"),
  .init("(-8) ** 0.5", "E0251", at: "(-8) ** 0.5"),
  .init("min([])", "E0251", at: "min([])"),
  .init("make_divisible(8, 0)", "E0251", at: "make_divisible(8, 0)"),
]
