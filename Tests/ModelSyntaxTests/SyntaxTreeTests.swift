import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("The located tree")
struct SyntaxTreeTests {
  private func tree(_ text: String) -> (root: SyntaxNode?, diagnostics: [Diagnostic]) {
    TreeBuilder.tree(of: SourceText(path: "t.yaml", text: text), id: testSource)
  }

  /// Every node of a text as `kind|underlined text`, in file order.
  private func outline(_ text: String) -> [String] {
    let source = SourceText(path: "t.yaml", text: text)
    func places(_ node: SyntaxNode) -> [String] {
      let own = source.text(in: node.span.lower..<node.span.upper)
      switch node.kind {
      case .scalar(let scalar): return ["\(scalar.style)|\(own)"]
      case .invalid: return ["invalid|\(own)"]
      case .sequence(let items): return ["list|\(own)"] + items.flatMap(places)
      case .mapping(let entries):
        return ["map|\(own)"]
          + entries.flatMap { entry in
            ["key|" + source.text(in: entry.key.span.lower..<entry.key.span.upper)] + places(entry.value)
          }
      }
    }
    return tree(text).root.map(places) ?? []
  }

  @Test("Scalars keep their style and place, quotes included")
  func scalars() {
    #expect(
      outline("a: plain text  # comment\nb: 'it''s'\nc: \"x\\ty\"\n") == [
        "map|a: plain text  # comment\nb: 'it''s'\nc: \"x\\ty\"",
        "key|a", "plain|plain text", "key|b", "singleQuoted|'it''s'", "key|c", "doubleQuoted|\"x\\ty\"",
      ])
  }

  @Test("Flow collections end at their bracket, block collections at their last child")
  func collections() {
    #expect(
      outline("a:\n  - [1, {b: 2}]\n  - c: 3\n\n# comment\nd: 4\n") == [
        "map|a:\n  - [1, {b: 2}]\n  - c: 3\n\n# comment\nd: 4",
        "key|a", "list|- [1, {b: 2}]\n  - c: 3", "list|[1, {b: 2}]", "plain|1", "map|{b: 2}", "key|b", "plain|2",
        "map|c: 3", "key|c", "plain|3", "key|d", "plain|4",
      ])
  }

  @Test("Places are bytes behind characters of two, three and four bytes and behind a byte order mark")
  func unicode() {
    let text = "é: \"→\"\n𝕏: [ü, b]\n"
    #expect(
      outline(text) == [
        "map|" + text.dropLast(), "key|é", "doubleQuoted|\"→\"", "key|𝕏", "list|[ü, b]", "plain|ü", "plain|b",
      ])
    #expect(outline("\u{FEFF}a: é b\n").dropFirst() == ["key|a", "plain|é b"])
  }

  @Test("Missing values stand empty behind their key")
  func missingValues() {
    let (root, diagnostics) = tree("a:\nb: [1, ]\nc: {d, e: }\n")
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries) = root?.kind else { return #expect(Bool(false)) }
    #expect(entries[0].value.isNull && entries[0].value.span == Span(testSource, 2..<2))
    guard case .sequence(let items) = entries[1].value.kind else { return #expect(Bool(false)) }
    #expect(items.count == 1)
  }

  @Test("Block scalars end with their text")
  func blockScalars() {
    #expect(
      outline("a: |\n  one\n  two\n\nb: 1\n") == [
        "map|a: |\n  one\n  two\n\nb: 1", "key|a", "block||\n  one\n  two", "key|b", "plain|1",
      ])
  }

  @Test("An alias stands as the node it names, at the anchor's place without the anchor")
  func aliases() {
    let text = "a: &x {k: 1}\nb: *x\nc: &y 3\nd: *y\ne: &z\n  f: 1\n"
    let (root, diagnostics) = tree(text)
    #expect(diagnostics.isEmpty)
    guard case .mapping(let entries) = root?.kind else { return #expect(Bool(false)) }
    #expect(entries[1].value.span == Span(testSource, 6..<12))
    #expect(entries[0].value.span == entries[1].value.span)
    #expect(entries[3].value.span == entries[2].value.span)
    #expect(outline(text).contains("map|f: 1"))
  }

  @Test("Tags, unknown aliases, merge keys and keys that are no texts are reported and the rest is read")
  func recovery() {
    let (root, diagnostics) = tree("a: !!str 1\nb: *nope\n<<: {c: 1}\n[d]: 1\ne: 1\na: 2\n")
    #expect(diagnostics.map(\.code.id) == ["E0112", "E0113", "E0114", "E0116", "E0111"])
    guard case .mapping(let entries) = root?.kind else { return #expect(Bool(false)) }
    #expect(entries.map(\.key.value) == ["a", "b", "e"])
    #expect(diagnostics.last?.labels.map(\.span.lower) == [0])
  }

  @Test("Duplicate keys are found among many")
  func manyKeys() {
    let keys = (0..<40).map { "k\($0): 1" } + ["k0: 2", "k20: 2", "k39: 2", "k40: 1"]
    let (root, diagnostics) = tree(keys.joined(separator: "\n"))
    #expect(diagnostics.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
    guard case .mapping(let entries) = root?.kind else { return #expect(Bool(false)) }
    #expect(entries.count == 41)
  }

  @Test("A key without a space in flow style is mended and reported")
  func missingSpaceInFlow() {
    let text = "a: {kernel:3, stride: 2}"
    let (root, diagnostics) = tree(text)
    #expect(diagnostics.map(\.code) == [.missingSpace])
    #expect(diagnostics[0].fixes.first?.edits == [Edit(Span(testSource, 11..<11), " ")])
    #expect(outline(text).dropFirst(3) == ["key|kernel", "plain|3", "key|stride", "plain|2"])
    _ = root
  }

  @Test(
    "An expression that flow style cut is one finding with the quotes as its fix",
    arguments: [
      ("a: {x: $(max(a, b)), c: 3}", "$(max(a, b))"),
      ("a: [1, $(make_divisible(a * 2, 8)), 3]", "$(make_divisible(a * 2, 8))"),
      ("a: {name: l$(max(a, b))x, c: 3}", "l$(max(a, b))x"),
      ("a: {x: $(ws[0])}", "$(ws[0])"),
      ("a: [$([1, 2][0]), 3]", "$([1, 2][0])"),
      ("a: {x: $(max([a, 1])), c: 3}", "$(max([a, 1]))"),
    ])
  func cutExpressions(text: String, whole: String) {
    let (_, diagnostics) = tree(text)
    #expect(diagnostics.map(\.code) == [.unclosedExpression])
    #expect(underlined(diagnostics.first, in: text) == whole)
    #expect(diagnostics.first?.fixes.first?.edits.map(\.text) == ["\"", "\""])
  }

  @Test("What follows a cut expression is still read")
  func afterCutExpression() {
    #expect(
      outline("a: {x: $(max(a, b)), c: 3}").dropFirst(2) == [
        "map|{x: $(max(a, b)), c: 3}", "key|x", "invalid|$(max(a, b))", "key|c", "plain|3",
      ])
  }
}
