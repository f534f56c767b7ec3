import CNNCKit
import Diagnostics
import Testing

/// Comments that take findings back.
@Suite struct SuppressionTests {
  private func findings(_ layers: String, options: ModelOptions = ModelOptions()) -> [String] {
    let text = "cnnc: 1\nmodel: test\nparams: {p: 1}\ninput: [N, 3, 8, 8]\nlayers:\n" + layers
    return ModelCheck(Model(text: text, options: options)).diagnostics.map(\.code.name)
  }

  private let conv = "  - conv2d: {out_channels: 4, kernel_size: 1}"
  private let norm = "\n  - batch_norm\n"

  @Test(
    "a comment takes back what its line has, by name or code",
    arguments: ["redundant-bias", "redundant_bias", "W0927", " redundant-bias ", "redundant-bias, redundant-bias"])
  func sameLine(_ name: String) {
    #expect(findings("\(conv)  # cnnc: ignore[\(name)] it is in the checkpoint\(norm)") == [])
    #expect(findings("\(conv)  #cnnc:ignore[\(name)]\(norm)") == [])
  }

  @Test("alone on its line it is about the next, behind other comments too")
  func lineAbove() {
    #expect(findings("  # cnnc: ignore[redundant-bias] it is in the checkpoint\n\(conv)\(norm)") == [])
    #expect(
      findings("  # cnnc: ignore[redundant-bias] one\n  # two\n# cnnc: ignore[gridding] three\n\(conv)\(norm)")
        == ["unused-suppression"])
    #expect(
      findings("  # cnnc: ignore[redundant-bias] one\n\n\(conv)\(norm)") == ["unused-suppression", "redundant-bias"])
    #expect(
      findings("\(conv)\n  - batch_norm  # cnnc: ignore[redundant-bias] wrong line\n")
        == ["redundant-bias", "unused-suppression"])
  }

  @Test("a comment that names nothing is told so", arguments: ["ignore", "ignore redundant-bias", "ignore[]"])
  func nothingNamed(_ comment: String) {
    #expect(findings("\(conv)  # cnnc: \(comment)\(norm)") == ["redundant-bias", "unknown-suppression"])
  }

  @Test("texts that are no comments, and comments that are no suppressions, do nothing")
  func otherTexts() {
    #expect(findings("\(conv)  # ignore[redundant-bias]\(norm)") == ["redundant-bias"])
    #expect(findings("\(conv)  # cnnc: ignored[redundant-bias]\(norm)") == ["redundant-bias"])
    let quoted = "  - conv2d: {out_channels: 4, kernel_size: 1, doc: 'x # cnnc: ignore[redundant-bias]'}"
    #expect(findings("\(quoted)\(norm)") == ["redundant-bias"])
  }

  @Test("errors stay, and say nothing of comments")
  func errors() {
    #expect(findings("  - nothing  # cnnc: ignore[unknown-operator]\n") == ["unknown-operator"])
    #expect(findings("  - relu  # cnnc: ignore[missing-attribute] an error\n") == ["unknown-suppression"])
  }

  @Test("with other params and sizes, comments may have nothing to take back")
  func settings() {
    let layers = "  - relu  # cnnc: ignore[gridding] for other params\n"
    #expect(findings(layers) == ["unused-suppression"])
    #expect(findings(layers, options: ModelOptions(settings: ["p=2"])) == [])
    #expect(findings(layers, options: ModelOptions(sizes: ["N": 2])) == [])
  }

  @Test("the fix takes a useless comment out, with its line when it is alone")
  func removal() throws {
    for (text, rest) in [("  - relu   # cnnc: ignore[gridding]\n", "  - relu\n"), ("  # cnnc: ignore[gridding]\n", "")]
    {
      let source = "cnnc: 1\nmodel: test\ninput: [N, 3]\nlayers:\n  - relu\n" + text
      let model = Model(text: source)
      let edit = try #require(ModelCheck(model).diagnostics.first?.fixes.first?.edits.first)
      var bytes = Array(source.utf8)
      bytes.replaceSubrange(edit.span.lower..<edit.span.upper, with: edit.text.utf8)
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("  - relu\n" + rest))
    }
  }

  @Test("severities are those of the file for unused comments too")
  func levels() {
    #expect(findings("  - relu  # cnnc: ignore[gridding]\nlint: {unused_suppression: off}\n") == [])
  }
}
