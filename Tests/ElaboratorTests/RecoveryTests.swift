import Diagnostics
import Testing

@Suite("Every independent mistake is one finding")
struct RecoveryTests {
  /// Layers that keep `[N, 16, 32, 32]`, each with one mistake, and the name of its code.
  static let mistakes: [(layer: String, code: String)] = [
    ("conv2d: {out_channels: 16, kernel_size: 3, padding: 1, groups: 3}", "indivisible-groups"),
    ("conv2d: {out_channels: 16, kernel_size: 3, paddin: 1}", "unknown-attribute"),
    ("conv2dd: {out_channels: 16, kernel_size: 3, padding: 1}", "unknown-operator"),
    ("conv2d: {in_channels: 8, out_channels: 16, kernel_size: 3, padding: 1}", "channel-mismatch"),
    ("conv2d: {out_channels: 16, kernel_size: 3, padding: 1, stride: 0}", "attribute-value"),
    ("dropout: {p: 1.5}", "attribute-value"),
    ("relu: {from: nowhere}", "unknown-layer"),
    ("conv2d: {out_channels: $widht, kernel_size: 3, padding: 1}", "unknown-name"),
    ("conv2d: {out_channels: 16, kernel_size: 3, padding: 1, stride: $(1 / 0)}", "division-by-zero"),
    ("leaky_relu: {negative_slope: steep}", "attribute-value"),
  ]

  @Test("a file of 2,000 layers with 50 mistakes reports exactly these 50")
  func fiftyMistakes() {
    var body = "params: {width: 16}\ninput: [N, 16, 32, 32]\nlayers:\n"
    let firstLine = 6
    var expected: [Int: String] = [:]
    for index in 0..<2000 {
      if index % 40 == 39 {
        let mistake = Self.mistakes[(index / 40) % Self.mistakes.count]
        body += "  - \(mistake.layer)\n"
        expected[firstLine + index] = mistake.code
      } else {
        body += index % 2 == 0 ? "  - conv2d: {out_channels: 16, kernel_size: 3, padding: 1}\n" : "  - relu\n"
      }
    }
    let model = ModelText(body)
    var found: [Int: String] = [:]
    for diagnostic in model.diagnostics {
      let span = diagnostic.primary.span
      found[model.sources[span.source].position(at: span.lower).line] = diagnostic.code.name
    }
    #expect(model.diagnostics.count == 50)
    #expect(expected.count == 50)
    #expect(found == expected)
  }

  @Test("what follows from a mistake is silent")
  func consequencesAreSilent() {
    let model = ModelText(
      """
      input: [N, 3, 32, 32]
      layers:
        - mystery: {size: 3}
        - conv2d: {out_channels: 8, kernel_size: 3, stride: 2}
        - flatten
        - linear: 10
      """)
    #expect(model.errors.count == 1)
  }

  @Test("a layer for another rank is one finding, whatever follows it")
  func wrongRankIsSilentAfterwards() {
    let model = ModelText(
      """
      input: [N, 3, 32, 32]
      layers:
        - conv1d: {out_channels: 8, kernel_size: 3}
        - max_pool2d: 2
        - flatten
        - linear: 10
      """)
    #expect(model.codes == ["wrong-rank"])
  }
}
