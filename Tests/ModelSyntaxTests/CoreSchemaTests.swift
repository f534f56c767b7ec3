import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Types of plain scalars")
struct CoreSchemaTests {
  private func content(_ text: String) throws -> WrittenValue.Content {
    try CoreSchema.content(of: text, at: Span(testSource, 0..<text.utf8.count))
  }

  @Test(
    "Words of YAML 1.1 are strings",
    arguments: [
      "yes", "no", "on", "off", "n", "y", "Yes", "NO", "tRUE", "nul", "12:30", "1_000", "5M", "<= 1.82G", "1.2.3",
      "0b1", "0x", "0xg",
      "0o8", "-0x1", "+", "-", ".", "..", "1e", "1e+", "e3", ".e1", "+.5.", "1,2", "-.", "- 1", "--1", ".info", "-.nan",
      "0X1F", "nullx", "N",
      "True story", "same",
    ])
  func strings(text: String) throws {
    #expect(try content(text) == .string(text))
  }

  @Test(
    "Numbers, booleans and null",
    arguments: [
      ("1", WrittenValue.Content.int(1)), ("-17", .int(-17)), ("+5", .int(5)), ("012", .int(12)), ("0x1F", .int(31)),
      ("0o17", .int(15)),
      ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)), ("1e-3", .float(0.001)),
      ("1.", .float(1)),
      (".5", .float(0.5)), ("-.5e2", .float(-50)), ("+12.5E+1", .float(125)), ("1e3", .float(1000)),
      (".inf", .float(.infinity)),
      ("-.INF", .float(-.infinity)), ("true", .bool(true)), ("FALSE", .bool(false)), ("True", .bool(true)),
      ("null", .null),
      ("~", .null), ("", .null), ("NULL", .null),
    ])
  func values(text: String, value: WrittenValue.Content) throws {
    #expect(try content(text) == value)
  }

  @Test("'.nan' is not a number")
  func notANumber() throws {
    guard case .float(let value) = try content(".nan") else { return #expect(Bool(false)) }
    #expect(value.isNaN)
  }

  @Test(
    "Numbers that do not fit are errors",
    arguments: [
      "9223372036854775808", "-9223372036854775809", "1e999", "-1e999", "0xFFFFFFFFFFFFFFFF",
      "123456789012345678901234567890",
    ])
  func overflow(text: String) {
    #expect(throws: CoreSchemaError.self) { try content(text) }
  }

  @Test("Quoted scalars are strings")
  func quoted() {
    let (document, _) = read("cnnc: 1\nmodel: m\nparams: {a: '1', b: \"true\", c: ''}\ninput: [N]\nlayers: [relu]\n")
    #expect(document?.params.map(\.value.content) == [.string("1"), .string("true"), .string("")])
  }
}
