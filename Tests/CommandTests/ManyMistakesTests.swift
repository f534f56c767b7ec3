import Formats
import TestSupport
import Testing

/// A long file with many mistakes is one run with a finding for each.
@Suite struct ManyMistakesTests {
  private static let mistakes: [(line: String, code: String)] = [
    ("- rleu", "E0201"),
    ("- relu: {alpha: 0.1}", "E0401"),
    ("- conv2d: {out_channels: 12, kernel_size: 3, padding: 1, groups: 5}", "E0430"),
    ("- conv2d: {out_channels: 12, kernel_size: 3, padding: 1, stride: 0}", "E0403"),
    ("- relu: {from: nowhere_near_anything}", "E0202"),
  ]

  @Test("2,000 layers with 50 mistakes have exactly these 50 findings")
  func exactly() throws {
    var lines = ["cnnc: 1", "model: long", "input: [N, 12, 16, 16]", "layers:"]
    var expected: [[JSON]] = []
    for layer in 0..<2000 {
      if layer % 40 == 20 {
        let mistake = Self.mistakes[layer / 40 % Self.mistakes.count]
        lines.append("  " + mistake.line)
        expected.append([.int(lines.count), .string(mistake.code)])
      } else {
        lines.append(layer % 2 == 0 ? "  - conv2d: {out_channels: 12, kernel_size: 3, padding: 1}" : "  - relu")
      }
    }
    let run = try CommandRun.cnnc(
      ["check", "--format", "json", "-"], input: Array(lines.map { $0 + "\n" }.joined().utf8))
    #expect(run.status == 1)
    let report = try JSON(parsing: run.output)
    let found = report["files"]?.elements?[0]["diagnostics"]?.elements ?? []
    #expect(expected.count == 50)
    #expect(found.map { [$0["span"]?["line"] ?? .null, $0["code"] ?? .null] } == expected)
  }
}
