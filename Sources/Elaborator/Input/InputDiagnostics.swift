package import Diagnostics
import Graph
import ModelSyntax

extension DiagnosticCode {
  package static let unknownSymbol = DiagnosticCode(
    "E0222", "unknown-symbol",
    explanation: "`--shape H=256` gives a size of at least 1 to a symbol of the model's inputs.",
    bad: """
      # cnnc check example.yaml --shape W=32
      cnnc: 1
      model: no_width
      input: [N, 3, H]
      layers:
        - relu
      """,
    good: """
      # cnnc check example.yaml --shape H=32
      cnnc: 1
      model: height
      input: [N, 3, H]
      layers:
        - relu
      """)

  package static let inputShape = DiagnosticCode(
    "E0223", "input-shape",
    explanation: """
      The shape of an input is a list of sizes: integers of at least 1, or symbols such as `N` and `H` for sizes that
      are open. Tensors are N C H W.
      """,
    bad: """
      cnnc: 1
      model: empty_channels
      input: [N, 0, 8, 8]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: three_channels
      input: [N, 3, 8, 8]
      layers:
        - relu
      """)

  package static let inputWord = DiagnosticCode(
    "E0224", "input-word",
    explanation: """
      `dtype` of an input is an element type by PyTorch's name. `layout` only states what always holds, channels before
      space: NC, NCL, NCHW or NCDHW, by the number of axes.
      """,
    bad: """
      cnnc: 1
      model: channels_last
      input: {shape: [N, 8, 8, 3], layout: NHWC}
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: channels_first
      input: {shape: [N, 3, 8, 8], layout: NCHW}
      layers:
        - relu
      """)
}

extension Diagnostic {
  static func unknownSymbol(_ name: String, _ known: [String], at span: Span) -> Diagnostic {
    var finding = Diagnostic(
      .unknownSymbol, "'--shape' must name a symbol of the inputs: there is no '\(name)'", at: Label(span))
    finding.suggest(Suggestion.nearest(to: name, among: known), for: name, at: span, isLiteral: false)
    if finding.help.isEmpty {
      finding.help = [known.isEmpty ? "the inputs have no symbols" : "the symbols are \(known.joined(separator: ", "))"]
    }
    return finding
  }

  static func symbolSize(_ name: String, _ size: Int, at span: Span) -> Diagnostic {
    Diagnostic(.unknownSymbol, "'\(name)' must be at least 1, not \(size)", at: Label(span))
  }

  static func inputShape(_ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .inputShape, "the shape of an input must be a list of sizes and symbols, not \(value.phrase)",
      at: Label(value.span))
  }

  static func inputSize(_ value: AttributeValue) -> Diagnostic {
    Diagnostic(
      .inputShape, "a size of an input must be an integer of at least 1 or a symbol, not \(value.phrase)",
      at: Label(value.span))
  }

  static func inputWord(_ key: String, _ word: Located<String>, words: [String], near: [String]) -> Diagnostic {
    var finding = Diagnostic(
      .inputWord, "'\(key)' must be one of \(words.joined(separator: ", ")), not '\(word.value)'", at: Label(word.span))
    finding.suggest(near, for: word.value, at: word.span)
    return finding
  }
}
