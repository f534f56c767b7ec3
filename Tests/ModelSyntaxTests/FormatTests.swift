import Diagnostics
import Testing

@testable import ModelSyntax

/// The canonical layout, piece by piece.
@Suite("Layout")
struct FormatTests {
  private func format(_ text: String, _ annotations: AnnotationChange = .keep) throws -> String {
    try formatModel(SourceText(path: "m.yaml", text: text), id: testSource, annotations: annotations)
  }

  /// The layout of layers, without the two spaces before them.
  private func formatLayers(_ lines: String) throws -> String {
    let indented = lines.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
    let text = try format("layers:\n" + indented.joined(separator: "\n") + "\n")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
  }

  @Test("common keys stand inside the map of an operator, beside a combinator, and in their order")
  func commonKeys() throws {
    #expect(try formatLayers("- from: a\n  relu:\n  name: b") == "- relu: {name: b, from: a}")
    #expect(
      try formatLayers("- conv2d: {out_channels: 8, name: c}\n  expect: [N, 8]\n  repeat: 2")
        == "- conv2d: {repeat: 2, name: c, out_channels: 8, expect: [N, 8]}")
    #expect(
      try formatLayers("- residual: {name: r, body: [relu], when: $x}")
        == "- name: r\n  when: $x\n  residual: {body: [relu]}")
    #expect(try formatLayers("- sequential: [relu]\n  freeze: true") == "- freeze: true\n  sequential: [relu]")
    #expect(try formatLayers("- linear: 10\n  name: fc") == "- name: fc\n  linear: 10")
  }

  @Test("a key given twice stays where it is, for check to report")
  func keyGivenTwice() throws {
    #expect(try formatLayers("- relu: {name: a}\n  name: b") == "- relu: {name: a}\n  name: b")
  }

  @Test("an operator without attributes is its bare name")
  func bareNames() throws {
    #expect(try formatLayers("- relu:\n- batch_norm: {}\n- 'relu'") == "- relu\n- batch_norm\n- relu")
    #expect(try formatLayers("- null:") == "- null:")
  }

  @Test("short attributes are put in brackets, long ones below each other")
  func brackets() throws {
    #expect(
      try formatLayers("- conv2d:\n    out_channels: 8\n    kernel_size: 3")
        == "- conv2d: {out_channels: 8, kernel_size: 3}")
    let long = (1...12).map { "attribute\($0): \($0)" }
    #expect(
      try formatLayers("- block: {\(long.joined(separator: ", "))}")
        == "- block:\n" + long.map { "    " + $0 }.joined(separator: "\n"))
    let list = [String](repeating: "abcdefghi", count: 14).joined(separator: ", ")
    let lines = try format("labels: [\(list)]\n").split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.count <= 120 } && lines[1].hasPrefix("  abcdefghi, "))
  }

  @Test("anchors and aliases stay, and no key is moved across them")
  func anchors() throws {
    let text = "weights: &w a\nexpect: &e {params: *w}\n"
    #expect(try format(text) == "weights: &w a\n\nexpect: &e {params: *w}\n")
    #expect(try format("expect: {params: 1}\nweights: &w a\n") == "expect: {params: 1}\n\nweights: &w a\n")
  }

  @Test("quotes stay where they change the meaning")
  func quotes() throws {
    #expect(try format("params: {a: 'x', b: '1', c: 'true'}\n") == "params: {a: x, b: \"1\", c: \"true\"}\n")
    #expect(try format("params: {a: 'required', b: 'x y'}\n") == "params: {a: \"required\", b: \"x y\"}\n")
    #expect(
      try format(#"params: {a: "it's", b: "say \"x\"", c: "x\ty", d: '\'}"# + "\n")
        == #"params: {a: "it's", b: 'say "x"', c: "x\ty", d: '\'}"# + "\n")
  }

  @Test("block scalars keep their text, whatever follows")
  func blockScalars() throws {
    #expect(try format("doc: |\n      a\n        b\n\n\n") == "doc: |\n  a\n    b\n")
    #expect(try format("doc: |+\n  a\n\nmodel: m\n") == "model: m\ndoc: |+\n  a\n\n")
    #expect(try format("doc: |2-\n    a\n   b") == "doc: |2-\n    a\n   b\n")
    #expect(try format("doc: >-  # c\n    a\n    b\n") == "doc: >-  # c\n  a\n  b\n")
  }

  @Test("shapes are written, renewed and removed; what else a comment says stays")
  func annotations() throws {
    let text = "layers:\n  - relu  # why\n  - tanh: {name: t}\n"
    let first = try format(text, .write([12: "[N, 3]", 28: "[N, 4]"]))
    #expect(first == "layers:\n  - relu             #: [N, 3]  # why\n  - tanh: {name: t}  #: [N, 4]\n")
    #expect(try format(first) == first)
    #expect(try format(first, .write([12: "[N, 5]"])) == "layers:\n  - relu  #: [N, 5]  # why\n  - tanh: {name: t}\n")
    #expect(try format(first, .remove) == text)
  }

  @Test("comments at the top stay there, others go with their keys")
  func header() throws {
    #expect(
      try format("# A\n\n# of m\nmodel: m  # behind\n# of 1\ncnnc: 1\n# end\n")
        == "# A\n\n# of 1\ncnnc: 1\n# of m\nmodel: m  # behind\n# end\n")
  }

  @Test("what is no map is not laid out", arguments: ["", "a", "- a\n", "{", "# nothing\n"])
  func notAMap(_ text: String) {
    #expect(throws: FormatFailure.self) { try format(text) }
  }
}
