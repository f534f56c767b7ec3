import Diagnostics
import Testing

@Suite struct TextRendererTests {
  @Test("the message of the specification is drawn as it stands there")
  func specification() {
    let example = ExampleFinding(
      String(repeating: "\n", count: 11)
        + "  - conv2d: {name: stem, out_channels: 48, kernel_size: 3}\n  - relu\n"
        + "  - conv2d: {name: mix, out_channels: 64, kernel_size: 3, groups: 3}\n")
    let groups = example.span("3}", line: 14)
    let finding = Diagnostic(
      ExampleFinding.code, "'groups' must divide both channel counts: 3 does not divide out_channels 64",
      at: Label(Span(groups.source, groups.lower..<groups.upper - 1), "3"),
      labels: [Label(example.span("48", line: 12), "produces 48 channels"), Label(example.span("64", line: 14))],
      notes: ["valid group counts for 48 -> 64 are 1, 2, 4, 8, 16"], help: ["change groups to 4"])
    #expect(
      example.render(finding) == """
        error[E0214]: 'groups' must divide both channel counts: 3 does not divide out_channels 64
          --> models/net.yaml:14:67
           |
        12 |   - conv2d: {name: stem, out_channels: 48, kernel_size: 3}
           |                                        -- produces 48 channels
        14 |   - conv2d: {name: mix, out_channels: 64, kernel_size: 3, groups: 3}
           |                                       --                          ^ 3
           = note: valid group counts for 48 -> 64 are 1, 2, 4, 8, 16
           = help: change groups to 4

        """)
  }

  @Test("a layer inside another is named, since its line may stand for several")
  func layerPath() {
    let example = ExampleFinding("- relu\n")
    var finding = Diagnostic(ExampleFinding.code, "shapes differ", at: Label(example.span("relu", line: 1)))
    finding.layer = "stage3.2"
    #expect(example.render(finding).contains("  --> models/net.yaml:1:3 in layer 'stage3.2'\n"))
    finding.layer = "2"
    #expect(example.render(finding).contains("  --> models/net.yaml:1:3\n"))
  }

  @Test("messages of one line hang below their underlines from right to left")
  func severalLabels() {
    let example = ExampleFinding("- add: {from: [left, right]}\n")
    let finding = Diagnostic(
      ExampleFinding.code, "shapes differ", at: Label(example.span("add", line: 1), "joined here"),
      labels: [Label(example.span("left", line: 1), "[N, 3]"), Label(example.span("right", line: 1), "[N, 4]")])
    #expect(
      example.render(finding) == """
        error[E0214]: shapes differ
          --> models/net.yaml:1:3
           |
         1 | - add: {from: [left, right]}
           |   ^^^          ----  ----- [N, 4]
           |   |            |
           |   |            [N, 3]
           |   joined here

        """)
  }

  @Test("the primary underline stays visible inside a wider label")
  func nestedLabels() {
    let example = ExampleFinding("- conv2d: {stride: 0}\n")
    let finding = Diagnostic(
      ExampleFinding.code, "must be at least 1", at: Label(example.span("0", line: 1), "0"),
      labels: [Label(example.span("conv2d: {stride: 0}", line: 1), "of this layer")])
    #expect(
      example.render(finding) == """
        error[E0214]: must be at least 1
          --> models/net.yaml:1:20
           |
         1 | - conv2d: {stride: 0}
           |   -----------------^-
           |   |                |
           |   |                0
           |   of this layer

        """)
  }

  @Test("lines far apart are joined by an ellipsis and a label over several lines ends with its first")
  func distantLines() {
    let example = ExampleFinding("a: [1,\n  2]\nb: 1\nc: 1\nd: 1\n")
    let finding = Diagnostic(
      ExampleFinding.code, "names clash", at: Label(example.span("d", line: 5), "again here"),
      labels: [Label(Span(example.source, 3..<12), "first here")])
    #expect(
      example.render(finding) == """
        error[E0214]: names clash
          --> models/net.yaml:5:1
           |
         1 | a: [1,
           |    --- first here
        ...
         5 | d: 1
           | ^ again here

        """)
  }

  @Test("a label in another file gets its own snippet")
  func otherFile() {
    var example = ExampleFinding("include: [blocks.yaml]\n")
    let included = example.add(path: "models/blocks.yaml", "blocks:\n  stem: {}\n")
    let finding = Diagnostic(
      ExampleFinding.code, "a block is declared once", at: Label(example.span("blocks.yaml", line: 1)),
      labels: [Label(example.span("stem", line: 2, of: included), "declared here")])
    #expect(
      example.render(finding) == """
        error[E0214]: a block is declared once
          --> models/net.yaml:1:11
           |
         1 | include: [blocks.yaml]
           |           ^^^^^^^^^^^
          ::: models/blocks.yaml:2:3
           |
         2 |   stem: {}
           |   ---- declared here

        """)
  }

  @Test("a fix shows the line it makes, with the new text underlined")
  func fixes() {
    let example = ExampleFinding("- conv2d: {padding: 3, stride: 2}\n- rleu\n")
    let insertion = Edit(example.span("}", line: 1).start, ", rounding: floor")
    let finding = Diagnostic(
      ExampleFinding.code, "rows are lost", at: Label(example.span("2}", line: 1)),
      fixes: [
        Fix("trim the padding", safety: .safe, edits: [Edit(example.span("3", line: 1), "[[3, 2], [3, 2]]")]),
        Fix("accept the loss", safety: .unsafe, edits: [insertion, Edit(example.span("rleu", line: 2), "relu")]),
        Fix("drop the stride", safety: .unsafe, edits: [Edit(example.span(", stride: 2", line: 1), "")]),
      ])
    #expect(
      example.render(finding) == """
        error[E0214]: rows are lost
          --> models/net.yaml:1:32
           |
         1 | - conv2d: {padding: 3, stride: 2}
           |                                ^^
           = help: trim the padding
         1 ~ - conv2d: {padding: [[3, 2], [3, 2]], stride: 2}
           |                     ~~~~~~~~~~~~~~~~
           = help: accept the loss
         1 ~ - conv2d: {padding: 3, stride: 2, rounding: floor}
           |                                 ~~~~~~~~~~~~~~~~~
         2 ~ - relu
           |   ~~~~
           = help: drop the stride
         1 ~ - conv2d: {padding: 3}

        """)
  }

  @Test("tabs are expanded, wide and combining characters counted, unsafe ones replaced")
  func characters() {
    let example = ExampleFinding("\t名前: e\u{301}\u{202E}\u{7} x # \u{1B}[31m\n")
    let finding = Diagnostic(ExampleFinding.code, "unknown '\u{1B}[2J'", at: Label(example.span("x", line: 1), "here"))
    #expect(
      example.render(finding) == """
        error[E0214]: unknown '␛[2J'
          --> models/net.yaml:1:11
           |
         1 |     名前: e\u{301}\u{FFFD}␇ x # ␛[31m
           |               ^ here

        """)
  }

  @Test("a long line is cut around the labels")
  func longLines() {
    let example = ExampleFinding(
      "values: [" + String(repeating: "1000, ", count: 100) + "x" + String(repeating: ", 2000", count: 100) + "]\n")
    let finding = Diagnostic(
      ExampleFinding.code, "must be an integer", at: Label(example.span("x", line: 1), "a string"))
    #expect(
      example.render(finding, style: TextStyle(width: 60)) == """
        error[E0214]: must be an integer
          --> models/net.yaml:1:610
           |
         1 | ...1000, 1000, 1000, 1000, x, 2000, 2000, 2000, 2000...
           |                            ^ a string

        """)
  }

  @Test("a line of a megabyte is read around the label alone")
  func endlessLine() {
    let half = String(repeating: "é", count: 1 << 19)
    let example = ExampleFinding("a: " + half + "X" + half)
    let finding = Diagnostic(
      ExampleFinding.code, "too long", at: Label(Span(example.source, 3 + (1 << 20)..<4 + (1 << 20)), "here"))
    let lines = example.render(finding, style: TextStyle(width: 60)).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[3].unicodeScalars.count == 60 && lines[3].hasPrefix(" 1 | ...é") && lines[3].hasSuffix("é..."))
    #expect(
      lines[3].firstIndex(of: "X").map { lines[3].distance(from: lines[3].startIndex, to: $0) }
        == lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) })
  }

  @Test("prose is wrapped to the terminal, source lines are not")
  func wrapping() {
    let example = ExampleFinding("- relu: {alpha: 1} # a comment that is longer than the terminal\n")
    let finding = Diagnostic(
      ExampleFinding.code, "relu has no attribute 'alpha' and never had one in any version of the language",
      at: Label(example.span("alpha", line: 1)),
      notes: ["the attributes of leaky_relu are negative_slope and nothing else at all"])
    #expect(
      example.render(finding, style: TextStyle(width: 60)) == """
        error[E0214]: relu has no attribute 'alpha' and never had
          one in any version of the language
          --> models/net.yaml:1:10
           |
         1 | - relu: {alpha: 1} # a comment that is longer than t...
           |          ^^^^^
           = note: the attributes of leaky_relu are negative_slope
                   and nothing else at all

        """)
  }

  @Test("colour is a matter of style alone")
  func color() {
    let example = ExampleFinding("- rleu\n")
    let finding = Diagnostic(ExampleFinding.code, "unknown", at: Label(example.span("rleu", line: 1), "here"))
    let colored = example.render(finding, style: TextStyle(isColored: true))
    #expect(colored.contains("\u{1B}[1;31merror[E0214]\u{1B}[0m"))
    #expect(!example.render(finding).contains("\u{1B}"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == example.render(finding))
  }

  @Test("a place after the last line break has a line of its own")
  func endOfFile() {
    let example = ExampleFinding("cnnc: 1\n")
    let finding = Diagnostic(ExampleFinding.code, "'layers' is missing", at: Label(Span(example.source, 8..<8)))
    #expect(
      example.render(finding) == """
        error[E0214]: 'layers' is missing
          --> models/net.yaml:2:1
           |
         2 |
           | ^

        """)
  }
}
