import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Settings of the command line")
struct ReadSettingTests {
  private func setting(_ text: String) -> (setting: WrittenEntry?, diagnostics: [Diagnostic]) {
    readSetting(SourceText(path: "--set #1", text: text), id: SourceID(index: 3))
  }

  @Test(
    "Values are typed as in a file",
    arguments: [
      ("width=32", WrittenValue.Content.int(32)), ("x=1e-3", .float(0.001)), ("flag=false", .bool(false)),
      ("mode=same", .string("same")),
      ("mode='1'", .string("1")), ("path=a=b", .string("a=b")), ("empty=''", .string("")), ("on=on", .string("on")),
      ("n=~", .null),
    ])
  func values(text: String, value: WrittenValue.Content) {
    let (entry, diagnostics) = setting(text)
    #expect(diagnostics.isEmpty)
    #expect(entry?.value.content == value)
    #expect(entry?.key.value == String(text.prefix { $0 != "=" }))
  }

  @Test("Lists and places")
  func lists() {
    let (entry, _) = setting("depths=[2, $(1 + 1)]")
    guard case .list(let items) = entry?.value.content else { return #expect(Bool(false)) }
    #expect(items[0] == WrittenValue(.int(2), at: Span(SourceID(index: 3), 8..<9)))
    #expect(items[1].span == Span(SourceID(index: 3), 11..<19))
    #expect(entry?.key.span == Span(SourceID(index: 3), 0..<6))
  }

  @Test(
    "What is no setting is one finding",
    arguments: [
      ("width", "E0122"), ("=3", "E0124"), ("my-width=3", "E0124"), ("width=", "E0122"), ("a={b: 1}", "E0122"),
      ("a=[1, 2", "E0105"),
      ("a=99999999999999999999", "E0115"), ("a=b: c", "E0122"), ("", "E0122"), ("a=$(1 +)", "E0240"),
      ("a=[$(max(1, 2))]", "E0241"),
    ])
  func mistakes(text: String, code: String) {
    let (entry, diagnostics) = setting(text)
    #expect(entry == nil)
    #expect(diagnostics.map(\.code.id) == [code])
  }
}
