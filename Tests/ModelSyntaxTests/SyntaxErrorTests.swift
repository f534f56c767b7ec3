import Diagnostics
import Testing

@testable import ModelSyntax

/// A text that is not YAML: the code and the text it is about.
struct SyntaxMistake: Sendable, CustomTestStringConvertible {
  var text: String
  var code: String
  var place: String
  var line: Int

  init(_ text: String, _ code: String, at place: String, line: Int) {
    self.text = text
    self.code = code
    self.place = place
    self.line = line
  }

  var testDescription: String { text }
}

@Suite("Syntax errors")
struct SyntaxErrorTests {
  @Test("Each mistake is one finding at its best place", arguments: mistakes)
  func places(mistake: SyntaxMistake) {
    let (document, diagnostics) = read(mistake.text)
    #expect(document == nil)
    #expect(diagnostics.map(\.code.id) == [mistake.code], "\(diagnostics.map(\.message))")
    #expect(underlined(diagnostics.first, in: mistake.text) == mistake.place, "\(diagnostics.map(\.message))")
    let source = SourceText(path: "", text: mistake.text)
    #expect(diagnostics.first.map { source.position(at: $0.primary.span.lower).line } == mistake.line)
  }

  @Test(
    "Bytes that are not UTF-8 and control characters have their real place",
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3], 0), ([0x61, 0xE2, 0x82], 1), ([0xED, 0xA0, 0x80], 0), ([0xC0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0x80], 0), ([0x61, 0x00], 1), ([0x7F], 0),
      ([0xFF, 0xFE, 0x61, 0x00], 0), ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x1B], 9),
      ([0xC2, 0x80], 0), ([0xEF, 0xBF, 0xBE], 0), ([0xEF, 0xBB, 0xBF, 0x61, 0x07], 4),
    ])
  func notText(bytes: [Int], offset: Int) {
    let source = SourceText(path: "t", bytes: bytes.map { UInt8($0) })
    let (document, diagnostics) = readModel(source, id: testSource, kind: .model)
    #expect(document == nil)
    #expect(diagnostics.map(\.code.id) == ["E0101"])
    #expect(diagnostics.first?.primary.span.lower == offset)
  }

  @Test("Text in any script is accepted")
  func scripts() {
    for word in ["é", "→", "日本語", "𝕏", "\u{85}x", "\u{A0}", "\t"] {
      let (_, diagnostics) = read("cnnc: 1\nmodel: test\ndoc: \"a\(word)\"\ninput: [N, 3]\nlayers: [relu]\n")
      #expect(diagnostics.isEmpty, "\(word)")
    }
  }

  @Test("Limits of depth end the reading at once, however long the file is")
  func depth() {
    for text in [
      String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 300_000),
      String(repeating: "- ", count: 5_000) + "x", String(repeating: "[\n", count: 300_000),
      (0..<300).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    ] {
      let clock = ContinuousClock()
      let start = clock.now
      #expect(read(text).diagnostics.map(\.code) == [.syntaxLimit])
      #expect(clock.now - start < .seconds(5))
    }
    let (_, diagnostics) = read("a: " + String(repeating: "[", count: 63) + String(repeating: "]", count: 63))
    #expect(!diagnostics.contains { $0.code == .syntaxLimit })
  }

  @Test("A file of more than 16 MiB is not read")
  func fileSize() {
    let source = SourceText(path: "t", bytes: [UInt8](repeating: 0x20, count: 16 << 20 + 1))
    #expect(readModel(source, id: testSource, kind: .model).diagnostics.map(\.code) == [.syntaxLimit])
  }

  @Test("Aliases that stand for too much, nest too deep or name themselves are errors")
  func aliases() {
    var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      laughs +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(read(laughs).diagnostics.map(\.code) == [.syntaxLimit])
    var deep = "a0: &a0 [x]\n"
    for level in 1..<200 { deep += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(read(deep).diagnostics.map(\.code) == [.syntaxLimit])
    let own = read("cnnc: 1\nmodel: m\ninput: [N]\nlayers: [relu]\nparams: &p {a: *p}\n").diagnostics
    #expect(own.map(\.code) == [.unknownAlias])
  }

  @Test("Too many items and too many expressions are refused")
  func manyNodes() {
    let many = read("a: [" + String(repeating: "1,", count: 600_000) + "]").diagnostics
    #expect(many.map(\.code) == [.syntaxLimit])
    let head = "cnnc: 1\nmodel: m\ninput: [N]\nlayers: [relu]\nparams:\n"
    let references = String(repeating: "$a", count: 1 << 21)
    let expressions = read(head + "  a: \(references)\n  b: \(references)\n  c: $a\n").diagnostics
    #expect(expressions.map(\.code) == [.syntaxLimit])
  }
}

private let head = "cnnc: 1\n"

private let mistakes: [SyntaxMistake] = [
  .init(head + "layers:\n\t- relu\n", "E0104", at: "\t", line: 3),
  .init(head + "layers:\n  - relu\n\t- relu\n", "E0104", at: "\t", line: 4),
  .init(head + "a: x\n  \tb: 1\n", "E0104", at: "\t", line: 3),
  .init(head + "a:\n\tb: 1\n", "E0104", at: "\t", line: 3),
  .init(head + "input: [1, 2\nlayers:\n  - relu\n", "E0105", at: "[", line: 2),
  .init(head + "input: {a: 1, b: 2\nlayers:\n  - relu\n", "E0105", at: "{", line: 2),
  .init(head + "input: [1, 2", "E0105", at: "[", line: 2),
  .init(head + "input: [1, 2}\nlayers: 3\n", "E0105", at: "}", line: 2),
  .init(head + "input: [1, 2]]\nlayers: 3\n", "E0105", at: "]", line: 2),
  .init(head + "input: {a: 1}}\nlayers: 3\n", "E0105", at: "}", line: 2),
  .init(head + "input: }\n", "E0105", at: "}", line: 2),
  .init(head + "layers:\n  - conv2d: {a: 1, b: [3, 3}\n  - relu\n", "E0105", at: "}", line: 3),
  .init(head + "layers:\n  - conv2d: {a: 1\n  - relu\n", "E0105", at: "{", line: 3),
  .init(head + "doc: \"abc\nlayers:\n  - relu\n", "E0106", at: "\"", line: 2),
  .init(head + "doc: 'abc\nlayers:\n  - relu\n", "E0106", at: "'", line: 2),
  .init(head + "doc: \"abc\nname: \"x\"\n", "E0106", at: "\"", line: 2),
  .init(head + "model:x\nlayers:\n  - relu\n", "E0107", at: "model:", line: 2),
  .init("cnnc:1\nmodel: x\n", "E0107", at: "cnnc:", line: 1),
  .init(head + "model:x\n", "E0107", at: "model:", line: 2),
  .init(head + "a:\n    b: 1\n  c: 2\n", "E0108", at: "c: 2", line: 4),
  .init(head + "a: 1\n b: 2\n", "E0108", at: "b", line: 3),
  .init(head + "layers:\n  - b\n - c\n", "E0108", at: "-", line: 4),
  .init(head + "layers:\n  - b\n    c: 2\n", "E0108", at: "c", line: 4),
  .init(head + "doc: a: b\n", "E0109", at: ":", line: 2),
  .init(head + "doc: - b\n", "E0109", at: "-", line: 2),
  .init(head + "doc: @x\n", "E0109", at: "@", line: 2),
  .init(head + "doc: `x`\n", "E0109", at: "`", line: 2),
  .init(head + "doc: %x\n", "E0109", at: "%", line: 2),
  .init(head + "a: {x: 1 y: 2}\n", "E0109", at: ":", line: 2),
  .init(head + "a: \"x\" y\n", "E0109", at: "y", line: 2),
  .init(head + "a: \"\\q\"\n", "E0109", at: "\\q", line: 2),
  .init(head + "foo\nbar: x\n", "E0109", at: "foo", line: 2),
  .init("[a]\nb: c\n", "E0109", at: "b", line: 2),
  .init(head + "a: !x!y 1\n", "E0112", at: "!", line: 2),
  .init(head + "a: {x: ${y}}\n", "E0242", at: "${", line: 2),
]
