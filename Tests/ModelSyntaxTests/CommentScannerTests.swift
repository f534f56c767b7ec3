import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Comments")
struct CommentScannerTests {
  /// The comments of a text, those alone on their line in brackets.
  private func comments(_ text: String) -> [String] {
    let source = SourceText(path: "t.yaml", text: text)
    return CommentScanner.comments(of: source, id: testSource).map { comment in
      #expect(source.text(in: comment.span.lower..<comment.span.upper) == comment.text)
      return comment.isAlone ? "[\(comment.text)]" : comment.text
    }
  }

  @Test(
    "A comment is what begins with # outside of every scalar",
    arguments: [
      ("a: 1  # one  \n# two\n  # three", ["# one", "[# two]", "[# three]"]),
      ("a: b#c\nb: 'x # y'\nc: \"x # y\" # z\n", ["# z"]),
      ("a: 'it''s # no'   # yes\n", ["# yes"]),
      ("a: \"\\\" # no\" # yes\n", ["# yes"]),
      ("a: \"one\n  # two\n  three\"\nb: 1 # yes\n", ["# yes"]),
      ("a: [1, # one\n  2] # two\n", ["# one", "# two"]),
      ("a: |  # header\n  text # no\n  # no\n\n# yes\nb: 1\n", ["# header", "[# yes]"]),
      ("a: >-\n  # no\n # yes\nb: 1\n", ["[# yes]"]),
      ("- a: |2\n     # no\n- # yes\n  b\n", ["# yes"]),
      ("'a # no': 1 # yes\n? b # key\n: 1\n", ["# yes", "# key"]),
      ("a: don't # say \"so\n", ["# say \"so"]),
      ("a: &x 1 # one\nb: *x # two\n", ["# one", "# two"]),
      ("a: 1 # one\r\nb: 2\r\n# two\r\n", ["# one", "[# two]"]),
      ("é: ü # ä →\n𝕏: 1 # 𝕐\n", ["# ä →", "# 𝕐"]),
      ("\u{FEFF}# first\na: 1\n", ["[# first]"]),
      ("---\n# one\na: 1\n... # two\n", ["[# one]", "# two"]),
      ("a: 1\n", []), ("", []), ("# only", ["[# only]"]),
    ])
  func places(text: String, expected: [String]) {
    #expect(comments(text) == expected)
  }

  @Test("Of a text that is not YAML the comments before the mistake are found")
  func brokenText() {
    #expect(comments("a: 1 # one\nb: ]\n# two\n") == ["# one"])
    #expect(comments("a: \u{7} # one\n") == [])
  }
}
