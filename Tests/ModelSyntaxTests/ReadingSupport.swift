import Diagnostics

@testable import ModelSyntax

let testSource = SourceID(index: 0)

/// Reads a model text as a file.
func read(_ text: String, kind: DocumentKind = .model) -> (document: ModelDocument?, diagnostics: [Diagnostic]) {
  readModel(SourceText(path: "test.yaml", text: text), id: testSource, kind: kind)
}

/// Reads the layers of a list, written as the lines of `layers:`, and what is reported about them.
func readLayers(_ lines: String) -> (layers: [LayerSyntax], diagnostics: [Diagnostic]) {
  let indented = lines.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(
    separator: "\n")
  let (document, diagnostics) = read("cnnc: 1\nmodel: test\ninput: [N, 3, 8, 8]\nlayers:\n\(indented)\n")
  return (document?.layers ?? [], diagnostics)
}

/// The text that a finding underlines.
func underlined(_ diagnostic: Diagnostic?, in text: String) -> String? {
  diagnostic.map { SourceText(path: "", text: text).text(in: $0.primary.span.lower..<$0.primary.span.upper) }
}

/// A source of numbers that is the same in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
