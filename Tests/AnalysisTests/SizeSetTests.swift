import Analysis
import Diagnostics
import Elaborator
import Tensors
import Testing

/// Sets of legal sizes: how they are solved, written and searched.
@Suite struct SizeSetTests {
  /// What a small network of one axis accepts, as `check` writes it.
  private func accepted(_ layers: String, inputs: String = "input: [N, 4, L]") throws -> [String] {
    var sources = SourceMap()
    let text = "cnnc: 1\nmodel: m\n\(inputs)\nlayers:\n" + layers.split(separator: "\n").map { "  - \($0)\n" }.joined()
    let elaboration = elaborate(text: SourceText(path: "m.yaml", text: text), sources: &sources) { _ in
      .failed("no such file")
    }
    try #require(!elaboration.diagnostics.hasErrors, "\(elaboration.diagnostics.map(\.message))")
    return LegalSizes(elaboration, graph: try #require(elaboration.graph)).symbols.map(\.description)
  }

  static let networks: [(layers: String, accepts: String)] = [
    ("relu", "L >= 1"),
    ("conv1d: {out_channels: 4, kernel_size: 3}", "L >= 3"),
    ("max_pool1d: 2\nmax_pool1d: 2\nmax_pool1d: 2", "L = 0 (mod 8), L >= 8"),
    ("conv1d: {out_channels: 4, kernel_size: 3, stride: 2, padding: 1}", "L = 1 (mod 2), L >= 1"),
    ("conv1d: {out_channels: 4, kernel_size: 7, stride: 3, rounding: floor}", "L >= 7"),
    (
      "max_pool1d: {kernel_size: 2, rounding: floor, name: p}\nupsample: {scale_factor: 2, name: u}\nadd: {from: [u, input]}",
      "L = 0 (mod 2), L >= 2"
    ),
    ("max_pool1d: {kernel_size: 3, stride: 1}\nlinear: {out_features: 2, in_features: 7}", "L = 9"),
    ("max_pool1d: {kernel_size: 2, rounding: floor}\nlinear: {out_features: 2, in_features: 7}", "L = 14, 15"),
    ("pad: {padding: 3, mode: reflect}", "L >= 4"),
    ("glu: {dim: 2}\nglu: {dim: 2}", "L = 0 (mod 4), L >= 4"),
    ("crop: 5\nslice: {dim: 2, start: 2, step: 2}", "L >= 13"),
    ("upsample: {scale_factor: 1.5}\nmax_pool1d: 3", "L = 0 (mod 2), L >= 2"),
    ("max_pool1d: {kernel_size: 20, rounding: floor}\nlinear: {out_features: 2, in_features: 7}", "140 <= L <= 159"),
  ]

  @Test("the complete set is written as congruences and bounds", arguments: networks)
  func description(_ network: (layers: String, accepts: String)) throws {
    #expect(try accepted(network.layers) == ["N >= 1", network.accepts])
  }

  @Test("what ties symbols to each other is written as it is")
  func ties() throws {
    let accepts = try accepted("add: {from: [a, b]}", inputs: "inputs: {a: [N, 4, L], b: [N, 4, M]}")
    #expect(accepts == ["N >= 1", "L = M", "L = M"])
  }

  @Test("the nearest sizes lie on both sides")
  func nearest() throws {
    let size = Dimension.symbol("H")
    let set = try #require(SizeSet(solving: .multiple(size, of: 32)))
    let atLeast = try #require(SizeSet(solving: .atLeast(size, 64)))
    let both = try #require(set.intersection(atLeast))
    #expect(both.nearest(below: 65) == 64 && both.nearest(above: 65) == 96)
    #expect(both.nearest(below: 64) == nil && both.nearest(above: 1) == 64)
    #expect(both.contains(96) && !both.contains(32) && !both.contains(0))
    #expect(both.nearest(above: .max - 1) == nil)
  }
}
