import Diagnostics
import TestSupport
import Testing

@testable import ModelSyntax

@Suite("Mutated files")
struct MutationTests {
  private static let pieces: [String] = [
    "[", "]", "{", "}", ",", ":", ": ", "- ", "\n", "\n  ", "\t", "$", "$(", ")", "\"", "'", "&a ", "*a", "!t ", "|",
    ">", "#", "?", "---\n",
    "é", "\u{FEFF}", "\u{0}", "999999999999999999999", "1e999", "<<", "residual", "parallel", "each", "repeat", "name",
    "$(1/0)", "\\", "%", "@",
  ]

  /// Reads a text to the end, evaluates what can be evaluated, and checks that every place is in the text.
  private func exercise(_ bytes: [UInt8]) {
    let source = SourceText(path: "m.yaml", bytes: bytes)
    let (document, diagnostics) = readModel(source, id: testSource, kind: .model)
    var found = diagnostics
    if let document {
      for entry in document.params + document.expect + document.train {
        _ = entry.value.evaluate(in: exampleScope, reporting: &found)
      }
      for layer in document.layers { exercise(layer, &found) }
    } else {
      #expect(!diagnostics.isEmpty)
    }
    for diagnostic in found {
      for span in [diagnostic.primary.span] + diagnostic.labels.map(\.span)
        + diagnostic.fixes.flatMap({ $0.edits.map(\.span) })
      {
        #expect(span.lower >= 0 && span.lower <= span.upper && span.upper <= bytes.count, "\(diagnostic.code.id)")
      }
    }
  }

  private func exercise(_ layer: LayerSyntax, _ found: inout [Diagnostic]) {
    if case .call(_, .map(let attributes, _, _)) = layer.kind {
      for attribute in attributes { _ = attribute.value.evaluate(in: exampleScope, reporting: &found) }
    }
    if case .sequential(_, let layers) = layer.kind { for inner in layers { exercise(inner, &found) } }
  }

  @Test("Changed, cut and mixed models never trap", arguments: [UInt64(1), 2, 3, 4])
  func models(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let models = try Repository.models.map { try TestFile.read(Repository.root + "/" + $0) }.filter { $0.count < 6000 }
    try #require(!models.isEmpty)
    for _ in 0..<600 {
      var bytes = models[Int.random(in: 0..<models.count, using: &random)]
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, models, &random) }
      exercise(bytes)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ models: [[UInt8]], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &random) ?? "").utf8, at: place)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 4: bytes.removeSubrange(place...)
    default:
      let other = models[Int.random(in: 0..<models.count, using: &random)]
      let from = Int.random(in: 0..<other.count, using: &random)
      bytes.insert(contentsOf: other[from..<min(other.count, from + 40)], at: place)
    }
  }

  @Test("Random settings never trap")
  func settings() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<1000 {
      var text = "a="
      for _ in 0..<Int.random(in: 0...6, using: &random) { text += Self.pieces.randomElement(using: &random) ?? "" }
      let source = SourceText(path: "--set #1", text: text)
      let (setting, diagnostics) = readSetting(source, id: testSource)
      #expect(setting != nil || !diagnostics.isEmpty)
    }
  }
}
